using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cases.Assisting;

/// <summary>What becomes of the help that units were asked for.</summary>
internal static class AssistFold
{
    public static CaseFile Apply(CaseFile file, CaseEvent @event) => @event switch
    {
        UnitAttached e => With(file, [.. (file.Summary.Assists ?? []).Where(one => one.Unit != e.Unit), new Assist(e.Unit, e.At, e.Version)], e.Unit),
        AssistFinished e => Change(file, e.Unit, asked => asked with { DoneAt = e.At, Supervision = null }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no help of a unit."),
    };

    /// <summary>What a hand-over asks of the units that it names.</summary>
    public static IReadOnlyList<Assist>? Asked(CaseDispatched handed) =>
        handed.Assisting.Count == 0 ? null : [.. handed.Assisting.Select(unit => new Assist(unit, handed.At, handed.Version))];

    /// <summary>What is left of it once the lead has answered, or the case is at its end: nobody owes help with what is done.</summary>
    public static IReadOnlyList<Assist>? Answered(CaseSummary before) =>
        before.Assists?.Where(one => one.DoneAt is not null).ToArray() is { Length: > 0 } done ? done : null;

    /// <summary>A supervision over a unit's help is open, or answered.</summary>
    public static CaseFile Supervised(CaseFile file, UnitRef? unit, int? level) => Change(file, unit, asked => asked with { Supervision = level });

    private static CaseFile Change(CaseFile file, UnitRef? unit, Func<Assist, Assist> change) => file.Summary.Assists is { } known
        ? With(file, [.. known.Select(one => one.Unit == unit ? change(one) : one)])
        : file;

    private static CaseFile With(CaseFile file, IReadOnlyList<Assist> assists, UnitRef? joined = null) => file with
    {
        Summary = file.Summary with
        {
            Assists = assists,
            Assisting = joined is { } unit && !file.Summary.Assisting.Contains(unit) ? [.. file.Summary.Assisting, unit] : file.Summary.Assisting,
        },
    };
}
