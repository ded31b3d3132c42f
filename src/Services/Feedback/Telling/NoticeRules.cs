using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Feedback.Telling;

/// <summary>What the citizen is told of an event, and what they may answer. The newest notice of a case is the only one that can be answered:
/// whatever ends a question is itself worth a notice.</summary>
public static class NoticeRules
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The notice of an event; null when the citizen need not hear of it, or nobody could pass it on.</summary>
    public static Notice? Of(ICaseEvent happened, City city) => happened.Case.Submitter is null ? null : happened switch
    {
        CaseDeclined refused => Refused(refused, city),
        AppealLodged => Say(happened, city, "case.appealed", null),
        CasePaused { Question: { } question, Case.Sealed: false } => Say(happened, city, "case.asked", null, ("question", Same(question))),
        CasePaused { Reason: PauseReason.CitizenToAnswer or PauseReason.CitizenToGrantAccess } waits => Say(
            happened, city, "case.paused", null, ("reason", Text(city, "pause." + Word.Of(waits.Reason)))),
        // While it waits no date is known: the rest of the wait comes on top.
        ExtensionGranted { Case.PausedAt: not null } later => Say(
            happened, city, "case.extendedWaiting", null,
            ("unit", NameOf(later.Unit, happened, city)), ("days", Same(later.WorkingDays.ToString(CultureInfo.InvariantCulture)))),
        ExtensionGranted later => Say(happened, city, "case.extended", null, ("unit", NameOf(later.Unit, happened, city)), ("due", Same(city.Profile.LocalTime(later.DueAt)))),
        CaseReplied reply => Answered(happened, city, reply.Answer),
        ServiceDone done => Answered(happened, city, done.Answer),
        RedoOrdered redo => Say(happened, city, "case.redo", null, ("unit", NameOf(redo.Unit, happened, city))),
        CaseClosed => Closed(happened, city, city.Visits.ReopenDays),
        CaseReopened again => Say(happened, city, "case.reopened", null, ("unit", NameOf(again.Unit, happened, city))),
        _ => null,
    };

    private static Notice Refused(CaseDeclined refused, City city)
    {
        // There is one appeal: a refusal that was reviewed stands.
        if (refused.Case.AppealedAt is not null)
            return Say(refused, city, "case.refusalStands", null, ("reason", Text(city, "decline." + Word.Of(refused.Reason))), ("where", Where(refused, city)));
        var appeal = Invite(refused, LinkQuestion.Appeal, city.Visits.AppealDays);
        var (reason, where) = (("reason", Text(city, "decline." + Word.Of(refused.Reason))), ("where", Where(refused, city)));
        return refused.Case.Sealed
            ? Say(refused, city, "case.declinedSealed", appeal, reason, where)
            : Say(refused, city, "case.declined", appeal, reason, where, ("explanation", Same(refused.Explanation)));
    }

    private static Notice Closed(ICaseEvent happened, City city, int days) => Say(
        happened, city, "case.closed", Invite(happened, LinkQuestion.Reopen, days), ("days", Same(days.ToString(CultureInfo.InvariantCulture))));

    // What was answered in a confidential lane is read where it was asked, not on a screen that lights up on a table.
    private static Notice Answered(ICaseEvent happened, City city, string answer)
    {
        var visit = Invite(happened, LinkQuestion.Visit, city.Visits.Link.Days);
        return happened.Case.Sealed
            ? Say(happened, city, "case.repliedSealed", visit)
            : Say(happened, city, "case.replied", visit, ("answer", Same(answer)));
    }

    private static Notice Say(ICaseEvent happened, City city, string key, Invitation? invitation, params ReadOnlySpan<(string Name, LocalText Word)> words)
    {
        var all = new Dictionary<string, LocalText>
        {
            ["hotline"] = city.Profile.HotlineName,
            ["number"] = Same(happened.Number),
        };
        foreach (var (name, word) in words)
            all[name] = word;
        return new(happened, key, all, invitation);
    }

    // The desk calls its citizens back: whom it can call needs no link.
    private static Invitation? Invite(ICaseEvent happened, LinkQuestion asks, int days) =>
        happened.Case.Channel == Channel.Staff ? null : new(asks, happened.At.AddDays(days));

    private static LocalText Where(CaseDeclined refused, City city) => string.IsNullOrWhiteSpace(refused.WhereToGo)
        ? Text(city, "where." + Word.Of(refused.Reason))
        : Same(refused.WhereToGo);

    // Who handles a sealed matter says what it is about.
    private static LocalText NameOf(UnitRef? unit, ICaseEvent happened, City city) =>
        (happened.Case.Sealed || unit is not { } one ? null : city.NameOf(one)) ?? city.Profile.HotlineName;

    private static LocalText Text(City city, string key) => new(city.Texts.Get(key, Chinese), city.Texts.Get(key, English));

    private static LocalText Same(string word) => new(word, word);
}
