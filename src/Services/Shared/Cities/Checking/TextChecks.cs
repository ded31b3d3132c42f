using Hotline.Cities.Reading;
using Hotline.Cities.Texts;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Checking;

/// <summary>Every text that a citizen may be told is there: a notice without words would be noticed by nobody but the citizen who does not get it.</summary>
internal static class TextChecks
{
    private static readonly string[] Needed =
    [
        "case.declined", "case.declinedSealed", "case.appealed", "case.refusalStands", "case.extended", "case.extendedWaiting", "case.asked", "case.paused", "case.replied", "case.repliedSealed", "case.redo", "case.closed", "case.reopened",
        "link.visit", "link.reopen", "link.appeal", "ask.visit", "ask.reopen", "ask.appeal",
        .. Each<DeclineReason>("decline."), .. Each<DeclineReason>("where."), .. Each<PauseReason>("pause."), .. Each<Satisfaction>("satisfaction."),
    ];

    public static void Check(CityDraft draft, Faults faults)
    {
        foreach (var key in Needed.Where(key => !draft.Texts.ContainsKey(key)))
            faults.Add(new Position(NoticeReader.Chinese, 1), $"'{key}' is missing: citizens are told by it");
    }

    private static IEnumerable<string> Each<T>(string prefix)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => prefix + Word.Of(value));
}
