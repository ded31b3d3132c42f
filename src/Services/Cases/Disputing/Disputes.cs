using Hotline.Cases.CaseFiles;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cases.Disputing;

/// <summary>Who is in a dispute, and who rules on it.</summary>
internal static class Disputes
{
    /// <summary>Puts the case on the docket.</summary>
    /// <param name="further">Units in dispute besides those that returned the case before, or were named as the proper ones then.</param>
    /// <param name="reason">Why staff opens it; null when a return does.</param>
    public static DisputeOpened Open(CaseFile file, City city, IEnumerable<UnitRef?> further, string? reason)
    {
        UnitRef[] units = [.. (file.Jurisdiction?.Returns ?? []).SelectMany(one => new[] { one.Unit, one.Proper }).Concat(further).OfType<UnitRef>().Distinct()];
        var body = city.Departments.SupervisionBody.Unit;
        // Nobody rules in its own cause: then it is for the hotline's supervisors alone.
        return new DisputeOpened(units, units.Contains(body) ? null : body, reason);
    }
}
