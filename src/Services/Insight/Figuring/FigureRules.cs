namespace Hotline.Insight.Figuring;

/// <summary>The public figures.</summary>
public enum FigureName
{
    /// <summary>办结率: closed ÷ due or closed. A unit that let its time pass and has the case no longer stays due, whoever closes it.</summary>
    Completion,

    /// <summary>满意率: satisfied or better ÷ reached visits that answered; every such visit counts, also those before a redo.</summary>
    Satisfaction,

    /// <summary>响应率: first contact in time ÷ contacts due.</summary>
    Response,

    /// <summary>解决率: "solved" by the citizen ÷ answered visits.</summary>
    Solution,
}

/// <summary>What a figure can be opened down to.</summary>
public enum FigurePart
{
    Numerator,
    Denominator,

    /// <summary>Left out of every figure.</summary>
    Excluded,
}

/// <summary>Why a case counts for nobody.</summary>
public enum ExclusionCause
{
    /// <summary>不予受理, for a reason that is none of the others.</summary>
    Declined,

    /// <summary>The citizen took it back.</summary>
    Withdrawn,

    /// <summary>Not the city's to decide: court, procuratorate, army, in litigation.</summary>
    OutOfPower,

    /// <summary>并单: counts with its lead case.</summary>
    Merged,

    /// <summary>Screened as unreasonable: refused as abusive or for private gain.</summary>
    Unreasonable,
}

/// <summary>What a row of <c>insight.case_row r</c> adds to a figure. The counts kept in <c>insight.figure</c> say the same.</summary>
internal static class FigureRules
{
    /// <summary>Stands for the whole city where a unit is asked for.</summary>
    public const string City = "''";

    /// <summary>The cause of an excluded row, as a word of <see cref="ExclusionCause"/>.</summary>
    public const string Cause = "case when r.unreasonable then 'unreasonable' else insight.exclusion(r.status, r.outcome, r.decline_reason) end";

    /// <summary>Whether the row is of the unit now.</summary>
    /// <param name="unit">SQL that tells the unit; <see cref="City"/> for all.</param>
    public static string Leads(string unit) => unit == City ? "true" : $"coalesce(r.lead = {unit}, false)";

    /// <summary>How much the row adds to a part of a figure: of visits it may hold several, and of units that lost it as well.</summary>
    /// <param name="unit">SQL that tells the unit; <see cref="City"/> for all.</param>
    public static string Sum(FigureName figure, FigurePart part, string unit) => part == FigurePart.Excluded
        ? $"({Leads(unit)} and r.excluded)::int"
        : $"(not r.excluded)::int * ({Counted(figure, part == FigurePart.Numerator, unit)})";

    private static string Counted(FigureName figure, bool numerator, string unit) => (figure, numerator) switch
    {
        (FigureName.Completion, true) => $"({Leads(unit)} and r.status = 'closed')::int",
        (FigureName.Completion, false) => $"({Leads(unit)} and r.status = 'closed' or {unit} = any(r.late_for))::int",
        (FigureName.Response, true) => $"({Leads(unit)} and r.contacted_at is not null and {unit} <> all(r.contact_late_for))::int",
        (FigureName.Response, false) => $"({Leads(unit)} and r.contacted_at is not null or {unit} = any(r.contact_late_for))::int",
        (FigureName.Satisfaction, var satisfied) => $"insight.visits(r.visits, {unit}, 'satisfied', {satisfied})",
        (FigureName.Solution, var solved) => $"insight.visits(r.visits, {unit}, 'solved', {solved})",
    };
}
