using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Reading;

/// <summary>Which files of a case somebody sees: a picture shows more of a citizen than any mask can take away.</summary>
internal static class VisibleFiles
{
    /// <summary>Those of a case that is open to the caller.</summary>
    public static IEnumerable<NamedFile> Of(CaseView view, Caller caller)
    {
        var files = view.Files ?? [];
        // What the unit did is the citizen's once the answer says so.
        if (caller.Is(Role.Channel))
            return files.Where(file => file.FromCitizen || file.At <= view.Case.RepliedAt);
        if (Permissions.UnitOf(caller.Roles, caller.Unit) is not { } unit)
            return files;
        // A merchant that is asked whether it would come decides by the matter, and sees the house once it has taken it.
        if (unit.Kind == UnitKind.Merchant && unit != view.Case.Lead)
            return [];
        return view.Case.Citizen.HideIdentity ? files.Where(file => !file.FromCitizen) : files;
    }
}
