using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Escalation.Clocks;

/// <summary>One running of one clock. The clock, the version that started it and the unit name it for ever.</summary>
/// <param name="Unit">Unit it holds; null for the desk.</param>
/// <param name="Round">1 for the first running of this clock in the case (of a unit that assists: for it), in the order of the ledger.</param>
/// <param name="Start">The mark that started it.</param>
/// <param name="Stop">The first later mark that stops it; null while it runs.</param>
/// <param name="Turns">Pauses, their ends and extensions meanwhile, in order.</param>
public sealed record ClockRun(ClockName Clock, UnitRef? Unit, int Round, ClockMark Start, ClockMark? Stop, IReadOnlyList<ClockTurn> Turns)
{
    public bool Equals(ClockRun? other) => other is not null
        && (Clock, Unit, Round, Start, Stop) == (other.Clock, other.Unit, other.Round, other.Start, other.Stop)
        && Turns.SequenceEqual(other.Turns);

    public override int GetHashCode() => HashCode.Combine(Clock, Unit, Round, Start, Stop, Turns.Count);
}

/// <summary>A stretch of time for which a case lay in the same hands.</summary>
/// <param name="Until">Null while it still does.</param>
/// <param name="EndedBy">Ledger name of the event that took it away, e.g. <c>CaseReturned</c>.</param>
public sealed record Segment(Holder Holder, DateTimeOffset From, DateTimeOffset? Until, string? EndedBy);

/// <summary>The clocks of one case, folded from its marks.</summary>
public static class CaseClocks
{
    /// <summary>Every running of every clock. Equal sets of marks give equal answers, whatever order they came in.</summary>
    public static IReadOnlyList<ClockRun> Runs(IEnumerable<ClockMark> marks)
    {
        var inOrder = InOrder(marks);
        var rounds = new Dictionary<(ClockName, UnitRef?), int>();
        var runs = new List<ClockRun>();
        for (var i = 0; i < inOrder.Count; i++)
        {
            foreach (var (clock, unit) in inOrder[i].Begins())
            {
                var counted = (clock, clock == ClockName.Assist ? unit : null);
                rounds[counted] = rounds.GetValueOrDefault(counted) + 1;
                var end = inOrder.FindIndex(i + 1, later => later.Ends(clock, unit));
                var until = end < 0 ? inOrder : inOrder.Take(end);
                runs.Add(new(clock, unit, rounds[counted], inOrder[i], end < 0 ? null : inOrder[end], Turns(until, clock, inOrder[i].Since)));
            }
        }

        return runs;
    }

    /// <summary>What marks change that come to those known before (they may be among them): runs they start, stop, or count anew.</summary>
    public static IReadOnlyList<ClockRun> Changes(IReadOnlyCollection<ClockMark> known, IReadOnlyCollection<ClockMark> added)
    {
        var before = known.Where(mark => added.All(one => one.Version != mark.Version)).ToList();
        return [.. Runs([.. before, .. added]).Except(Runs(before))];
    }

    /// <summary>Who held the case from when to when.</summary>
    public static IReadOnlyList<Segment> Segments(IEnumerable<ClockMark> marks)
    {
        var moves = InOrder(marks).Where(mark => mark.Holder is not null).ToList();
        return
        [
            .. moves.Select((move, i) => (Move: move, Next: moves.ElementAtOrDefault(i + 1)))
                .Where(pair => pair.Move.Holder != Holder.Nobody)
                .Select(pair => new Segment(pair.Move.Holder!.Value, pair.Move.At, pair.Next?.At, pair.Next?.Event)),
        ];
    }

    // A clock may count from before its own mark: a consultation that is judged anew. What happened meanwhile counts as well.
    private static List<ClockTurn> Turns(IEnumerable<ClockMark> marks, ClockName clock, DateTimeOffset since) =>
        [.. marks.Select(mark => mark.Turn).OfType<ClockTurn>().Where(turn => turn.At >= since && (turn.Kind != ClockTurnKind.Extend || clock == ClockName.Handle))];

    /// <summary>When the case waited, and so no clock ran; the last may still last.</summary>
    public static IReadOnlyList<(DateTimeOffset From, DateTimeOffset? Until)> Pauses(IEnumerable<ClockMark> marks)
    {
        var pauses = new List<(DateTimeOffset From, DateTimeOffset? Until)>();
        foreach (var mark in InOrder(marks))
        {
            var waits = pauses is [.., { Until: null }];
            if (mark.Turn?.Kind == ClockTurnKind.Pause && !waits)
                pauses.Add((mark.At, null));
            else if (waits && (mark.Turn?.Kind == ClockTurnKind.Resume || mark.Holder == Holder.Nobody))
                pauses[^1] = (pauses[^1].From, mark.At);
        }

        return pauses;
    }

    private static List<ClockMark> InOrder(IEnumerable<ClockMark> marks) => [.. marks.OrderBy(mark => mark.Version)];
}
