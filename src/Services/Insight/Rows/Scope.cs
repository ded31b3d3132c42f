using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Rows;

/// <summary>Which cases a caller may see on lists and find, and how much of them.</summary>
/// <param name="Unit">Only cases this unit leads, assists or has a part in the dispute over; null for the whole city.</param>
/// <param name="SeesSealed">Sealed cases in scope are shown in full; otherwise by number alone.</param>
internal sealed record Scope(UnitRef? Unit, bool SeesSealed)
{
    private const Role City = Role.Operator | Role.Supervisor | Role.Auditor | Role.Administrator;
    private const Role OfUnit = Role.Officer | Role.Department | Role.Merchant | Role.Expert;

    /// <summary>The scope of a caller; null when lists are not for the caller.</summary>
    public static Scope? Of(Caller caller)
    {
        // Confidential lanes are for whoever handles the case and for supervision, not for everybody on the desk.
        if (caller.Is(City))
            return new Scope(null, SeesSealed: caller.Is(Role.Supervisor));
        return caller.Is(OfUnit) && caller.Unit is { } unit ? new Scope(unit, SeesSealed: true) : null;
    }

    /// <summary>Narrows a query to the cases in scope.</summary>
    public RowQuery Narrow(RowQuery query) => Unit is { } unit ? query.Where(RowQuery.Involves, ("unit", unit.ToString())) : query;
}
