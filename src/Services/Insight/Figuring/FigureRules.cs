namespace Hotline.Insight.Figuring;

/// <summary>The public figures.</summary>
public enum FigureName
{
    /// <summary>办结率: closed ÷ due or closed.</summary>
    Completion,

    /// <summary>满意率: satisfied or better ÷ reached visits that answered.</summary>
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

/// <summary>Which rows of <c>insight.case_row r</c> make up a figure. The counts kept in <c>insight.figure</c> say the same.</summary>
internal static class FigureRules
{
    /// <summary>The cause of an excluded row, as a word of <see cref="ExclusionCause"/>.</summary>
    public const string Cause = "case when r.unreasonable then 'unreasonable' else insight.exclusion(r.status, r.outcome, r.decline_reason) end";

    /// <summary>The rows of a part of a figure.</summary>
    public static string Condition(FigureName figure, FigurePart part) =>
        part == FigurePart.Excluded ? "r.excluded" : $"not r.excluded and {Counted(figure, part == FigurePart.Numerator)}";

    private static string Counted(FigureName figure, bool numerator) => (figure, numerator) switch
    {
        (FigureName.Completion, true) => "r.status = 'closed'",
        (FigureName.Completion, false) => "(r.status = 'closed' or r.late)",
        (FigureName.Satisfaction, true) => "r.visit_reached is true and r.visit_satisfaction in ('verySatisfied', 'satisfied')",
        (FigureName.Satisfaction, false) => "r.visit_reached is true and r.visit_satisfaction is not null",
        (FigureName.Response, true) => "r.contacted_at is not null and not r.contact_late",
        (FigureName.Response, false) => "(r.contacted_at is not null or r.contact_late)",
        (FigureName.Solution, true) => "r.visit_reached is true and r.visit_solved is true",
        (FigureName.Solution, false) => "r.visit_reached is true and r.visit_solved is not null",
    };
}
