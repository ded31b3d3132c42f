using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Calendars;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Escalation.Clocks;

namespace Hotline.Escalation.Explaining;

/// <summary>Explains the clocks of a case to a reader. Pure: the same file, city and instant say the same.</summary>
internal sealed class ClockExplanation(City city, CultureInfo culture, DateTimeOffset now)
{
    private readonly ClockWords _words = new(city, culture);

    public CaseClocksView Of(ClockFile file)
    {
        var marks = file.Marks.ToDictionary(mark => mark.Version);
        return new(
            file.Number,
            now,
            [.. file.Deadlines.Select(row => Clock(row, marks[row.StartedVersion]) with { Moves = Moves(file, row) })],
            Shares(file.Marks),
            [.. CaseClocks.Pauses(file.Marks).Select(pause => new PauseView(pause.From, pause.Until, MinutesUntil(pause.From, pause.Until)))]);
    }

    private ClockView Clock(DeadlineRow row, ClockMark start)
    {
        var state = StateOf(row, now);
        int? late = state is ClockState.Overdue or ClockState.Late ? LateMinutes(row, row.StoppedAt ?? now) : null;
        var limit = _words.Limit(row.LimitAmount, row.LimitUnit);
        return new(
            row.Clock.Word(), _words.Name(row.Clock), row.Round, row.Unit?.ToString(), row.Unit is null ? null : _words.Unit(row.Unit),
            row.StartedAt, row.WarnAt, row.DueAt, row.StoppedAt, row.StoppedBy, state, late, limit,
            Rule(row, start), row.StepsTaken, _words.Sentence(row, state, limit, late));
    }

    private List<MoveView>? Moves(ClockFile file, DeadlineRow row)
    {
        var moves = file.Moves.Where(move => (move.Clock, move.StartedVersion, move.Unit) == (row.Clock, row.StartedVersion, row.Unit)).ToList();
        return moves.Count == 0 ? null : [.. moves.Select(move => new MoveView(move.At, move.Before, move.After, _words.Moved(move)))];
    }

    public static ClockState StateOf(DeadlineRow row, DateTimeOffset now) => row switch
    {
        { PausedAt: not null, StoppedAt: null } => ClockState.Paused,
        { Clock: ClockName.Return, StoppedAt: null } => now < row.DueAt ? ClockState.Running : ClockState.Elapsed,
        { Clock: ClockName.Return } => row.StoppedAt <= row.DueAt ? ClockState.Ended : ClockState.Elapsed,
        { StoppedAt: null } => now < row.WarnAt ? ClockState.Running : now < row.DueAt ? ClockState.DueSoon : ClockState.Overdue,
        _ when row.StoppedAt > row.DueAt => ClockState.Late,
        _ => Fulfils(row) ? ClockState.Met : ClockState.Ended,
    };

    /// <summary>Whether the event that stopped a clock is the one it waited for.</summary>
    private static bool Fulfils(DeadlineRow row) => row.Clock switch
    {
        ClockName.Accept => row.StoppedBy is nameof(CaseAccepted) or nameof(CaseTriaged) or nameof(CaseDeclined)
            or nameof(CaseDispatched) or nameof(CaseReplied),
        ClockName.Sign => row.StoppedBy is nameof(CaseSigned) or nameof(AnswerSubmitted) or nameof(CaseReplied),
        ClockName.Contact => row.StoppedBy is nameof(CitizenContacted) or nameof(AnswerSubmitted) or nameof(CaseReplied) or nameof(ServiceDone),
        ClockName.Handle => row.StoppedBy is nameof(AnswerSubmitted) or nameof(CaseReplied) or nameof(ServiceDone),
        ClockName.Assist => row.StoppedBy is nameof(AssistFinished),
        ClockName.Review => row.StoppedBy is nameof(CaseReplied) or nameof(ReworkOrdered),
        ClockName.Rework => row.StoppedBy is nameof(AnswerSubmitted) or nameof(CaseReplied),
        ClockName.Visit => row.StoppedBy is nameof(VisitRecorded) or nameof(CaseClosed) or nameof(RedoOrdered),
        ClockName.Rule => row.StoppedBy is nameof(CaseDispatched),
        ClockName.Return or ClockName.Offer => false,
    };

    private int LateMinutes(DeadlineRow row, DateTimeOffset until) => row.LimitUnit == DurationUnit.ElapsedMinutes
        ? (int)(until - row.DueAt).TotalMinutes
        : city.Calendar.Between(row.DueAt, until);

    private string Rule(DeadlineRow row, ClockMark start)
    {
        var exception = city.Clocks.ExceptionFor(row.Clock, start.Urgency, start.Type, start.Category);
        return row.Exception is not null && exception?.Category == row.Exception
            ? _words.Exception(exception)
            : _words.Table(row.Clock, start.Urgency, start.Type);
    }

    private List<ShareView> Shares(IReadOnlyCollection<ClockMark> marks)
    {
        var (segments, pauses) = (CaseClocks.Segments(marks), CaseClocks.Pauses(marks));
        return [.. segments.GroupBy(segment => segment.Holder).Select(held => Share(held.Key, [.. held.Select(one => View(one, pauses, segments[0].From))]))];
    }

    private ShareView Share(Holder holder, IReadOnlyList<SegmentView> segments) => new(
        holder.Text, _words.Holder(holder), segments.Sum(one => one.Minutes), segments.Sum(one => one.PausedMinutes), segments.Sum(one => one.WorkingMinutes), segments);

    // Minutes are counted from the first of the case, so that what follows on each other adds up to the whole, whatever is rounded.
    private SegmentView View(Segment segment, IReadOnlyList<(DateTimeOffset From, DateTimeOffset? Until)> pauses, DateTimeOffset first)
    {
        var until = segment.Until ?? now;
        var waits = pauses.Select(pause => (From: Later(pause.From, segment.From), Until: Earlier(pause.Until ?? now, until))).Where(wait => wait.From < wait.Until).ToList();
        return new(
            segment.From,
            segment.Until,
            Minutes(segment.From, until),
            waits.Sum(wait => Minutes(wait.From, wait.Until)),
            city.Calendar.Between(segment.From, until) - waits.Sum(wait => city.Calendar.Between(wait.From, wait.Until)),
            segment.EndedBy);

        int Minutes(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, Minute(to) - Minute(from));
        int Minute(DateTimeOffset at) => (int)Math.Floor((at - first).TotalMinutes);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private int MinutesUntil(DateTimeOffset from, DateTimeOffset? until) => Math.Max(0, (int)((until ?? now) - from).TotalMinutes);
}
