using System.Text.Json.Serialization;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Figuring;

/// <summary>Figures over HTTP.</summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder endpoints)
    {
        var figures = endpoints.MapGroup("/api/v1/figures").WithTags("Figures");
        figures.MapGet("/headline", Headline)
            .WithName("readHeadlineFigures")
            .WithSummary("Cases by line, completion and satisfaction, for cases received from a day to a day (both included) or ever.")
            .Produces<HeadlineFigures>();
        figures.MapGet("/units", Units)
            .WithName("readUnitFigures")
            .WithSummary("The same by the unit that leads: all units for staff, the own one for units.")
            .Produces<UnitFiguresList>();
        figures.MapBreakdown();
    }

    private static async Task<IResult> Headline(Figures figures, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        TypedResults.Ok(HeadlineFigures.Of(await figures.Headline(from, to, cancellationToken)));

    private static async Task<IResult> Units(HttpContext context, Figures figures, DateOnly? from, DateOnly? to)
    {
        if (Scope.Of(context.Caller()) is not { } scope)
            return ListErrors.Forbidden.ToResult();
        var units = await figures.Units(scope.Unit, from, to, context.RequestAborted);
        return TypedResults.Ok(new UnitFiguresList([.. units
            .OrderBy(unit => unit.Key.ToString(), StringComparer.Ordinal)
            .Select(unit => UnitFigures.Of(unit.Key, unit.Value))]));
    }
}

/// <summary>Cases by line.</summary>
public sealed record CasesByLine(long Total, long LifeService, long Consultation, long Efficiency);

/// <summary>The headline figures. Rates are between 0 and 1, and null while there is nothing to take a rate of.</summary>
public sealed record HeadlineFigures
{
    /// <summary>Every case received.</summary>
    public required CasesByLine Cases { get; init; }

    /// <summary>At their end, without the excluded.</summary>
    public required long Closed { get; init; }

    /// <summary>Open although the time for handling or calling back has passed.</summary>
    public required long Due { get; init; }

    /// <summary>Left out of closed, due and the rates: declined, withdrawn, out of power, merged, screened as unreasonable.</summary>
    public required long Excluded { get; init; }

    /// <summary>办结率.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? CompletionRate { get; init; }

    /// <summary>满意率.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? SatisfactionRate { get; init; }

    /// <summary>响应率.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? ResponseRate { get; init; }

    /// <summary>解决率.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? SolutionRate { get; init; }

    internal static HeadlineFigures Of(IReadOnlyDictionary<CaseKind, Counts> lines)
    {
        var all = lines.Values.Aggregate(default(Counts), (sum, line) => sum + line);
        long Of(CaseKind kind) => lines.TryGetValue(kind, out var line) ? line.Cases : 0;
        return new HeadlineFigures
        {
            Cases = new CasesByLine(all.Cases, Of(CaseKind.LifeService), Of(CaseKind.Consultation), Of(CaseKind.Efficiency)),
            Closed = all.Closed,
            Due = all.Due,
            Excluded = all.Excluded,
            CompletionRate = all.CompletionRate,
            SatisfactionRate = all.SatisfactionRate,
            ResponseRate = all.ResponseRate,
            SolutionRate = all.SolutionRate,
        };
    }
}

/// <summary>The figures of a unit, over the cases it leads.</summary>
public sealed record UnitFigures(
    UnitRef Unit, long Cases, long Excluded, long Closed, long Due,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? CompletionRate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? SatisfactionRate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? ResponseRate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? SolutionRate)
{
    internal static UnitFigures Of(UnitRef unit, Counts counts) => new(
        unit, counts.Cases, counts.Excluded, counts.Closed, counts.Due,
        counts.CompletionRate, counts.SatisfactionRate, counts.ResponseRate, counts.SolutionRate);
}

/// <summary>Figures by unit.</summary>
public sealed record UnitFiguresList(IReadOnlyList<UnitFigures> Units);
