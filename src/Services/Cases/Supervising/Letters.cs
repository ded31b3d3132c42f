using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cases.Supervising;

/// <summary>The letters that went out over a case, the oldest first.</summary>
public sealed record LettersResponse(string Number, IReadOnlyList<Letter> Letters);

/// <summary>催办函, 督办函: what a unit, or the hotline's own desk, is told in writing about a deadline that passed.</summary>
/// <param name="Version">Version of the case that it belongs to, as in the timeline.</param>
/// <param name="Level">0 for urging; of supervision 1 the unit, 2 its head, 3 the city.</param>
/// <param name="Unit">To whom; absent for the hotline's own desk.</param>
/// <param name="Clock">Clock that passed.</param>
/// <param name="AnsweredAt">When a supervision was answered; absent while it is not, and for urging.</param>
/// <param name="Text">The letter, in the reader's language.</param>
public sealed record Letter(int Version, int Level, UnitRef? Unit, string Clock, DateTimeOffset DueAt, DateTimeOffset At, DateTimeOffset? AnsweredAt, string Text);

/// <summary>Writes them from the record of the case. Pure.</summary>
internal static class Letters
{
    public static IEnumerable<Letter> Of(IReadOnlyList<CaseEvent> happened, City city, CultureInfo reader) => happened.Select(one => one switch
    {
        DeadlineMissed missed => Of(missed, 0, missed.Clock, missed.DueAt, missed.Unit, null, city, reader),
        SupervisionOpened opened => Of(
            opened, opened.Level, opened.Clock, opened.DueAt, opened.Unit,
            happened.OfType<SupervisionAnswered>().FirstOrDefault(answer => answer.Version > opened.Version && (answer.Clock, answer.Level) == (opened.Clock, opened.Level)
                && (opened.Clock != Deadlines.RunningClocks.Assist || answer.By == opened.Unit))?.At,
            city, reader),
        _ => null,
    }).OfType<Letter>();

    private static Letter Of(
        CaseEvent happened, int level, string clock, DateTimeOffset due, UnitRef? unit, DateTimeOffset? answered, City city, CultureInfo reader) => new(
        happened.Version, level, unit, clock, due, happened.At, answered,
        city.Texts.Get(
            level == 0 ? "unit.urged" : "unit.supervised", reader,
            ("unit", ((unit is { } one ? city.NameOf(one) : null) ?? city.Profile.HotlineName).In(reader)), ("number", happened.Number), ("clock", ClockNames.Of(clock).In(reader)),
            ("due", city.Profile.LocalTime(due)), ("level", level.ToString(CultureInfo.InvariantCulture)), ("hotline", city.Profile.HotlineName.In(reader)),
            ("at", city.Profile.LocalTime(happened.At))));
}
