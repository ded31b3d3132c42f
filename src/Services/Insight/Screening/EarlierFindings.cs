using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Clusters;
using Hotline.Cities.Screening;
using Hotline.Contracts.Cases;
using Hotline.Insight.Clustering;

namespace Hotline.Insight.Screening;

/// <summary>A case that was taken in before the one that is screened.</summary>
/// <param name="SameCitizen">By the same phone number.</param>
internal sealed record EarlierCase(Comparable Case, bool SameCitizen);

/// <summary>甄别: what cases taken in before have to do with a new one. Pure. Of each kind the case that is most alike is named, with the reasons.</summary>
internal static class EarlierFindings
{
    private static readonly LocalText NothingNew = new("已答复办结,未提出新情况", "Answered and closed, nothing new is told");

    // What was never answered, or not to this citizen, settles nothing.
    private static readonly CloseOutcome[] Answered = [CloseOutcome.Solved, CloseOutcome.Explained, CloseOutcome.OutOfPower, CloseOutcome.Unfounded, CloseOutcome.Merged];

    public static IReadOnlyList<Finding> Of(Comparable asked, IEnumerable<EarlierCase> earlier, EarlierPolicy policy, LikenessPolicy likeness) =>
    [
        .. earlier
            .Select(one => (Earlier: one, Likeness: Likeness.Of(asked.Matter, one.Case.Matter, likeness)))
            .Where(one => !one.Likeness.Elsewhere && one.Likeness.Reasons.Contains(LikenessReason.SharedWords))
            .OrderByDescending(one => one.Likeness.Score).ThenByDescending(one => one.Earlier.Case.Row.ReceivedAt)
            .Select(one => (one.Earlier, one.Likeness, Kind: KindOf(asked, one.Earlier, one.Likeness, policy)))
            .Where(one => one.Kind is not null)
            .DistinctBy(one => one.Kind)
            .Select(one => new Finding(one.Kind!.Value, Evidence(one.Kind.Value, one.Earlier, one.Likeness))),
    ];

    private static FindingKind? KindOf(Comparable asked, EarlierCase earlier, Likeness likeness, EarlierPolicy policy)
    {
        var row = earlier.Case.Row.Full;
        var open = row.Status is not (CaseStatus.Closed or CaseStatus.Declined);
        return earlier.SameCitizen switch
        {
            true when open => likeness.Score >= policy.RepeatedFrom ? FindingKind.Repeated : null,
            true => likeness.Score >= policy.SettledFrom && row.Outcome is { } outcome && Answered.Contains(outcome)
                && likeness.News <= policy.NothingNew && !TellsNews(asked, earlier.Case, policy) ? FindingKind.Settled : null,
            _ => open && likeness.Score >= policy.DuplicateFrom && likeness.Reasons.Any(SaysWhat) ? FindingKind.Duplicate : null,
        };
    }

    // The same words alone may be about anything: "please come quickly".
    private static bool SaysWhat(LikenessReason reason) => reason is not LikenessReason.SharedWords;

    private static bool TellsNews(Comparable asked, Comparable earlier, EarlierPolicy policy) =>
        policy.News.In(asked.Text).Except(policy.News.In(earlier.Text)).Any();

    // Read by whoever reads the case: in the language of the words that both have.
    private static string Evidence(FindingKind kind, EarlierCase earlier, Likeness likeness)
    {
        var chinese = likeness.SharedTerms.Any(term => !char.IsAscii(term[0]));
        var culture = CultureInfo.GetCultureInfo(chinese ? "zh-CN" : "en");
        var reasons = new LikenessWords(culture).Of(likeness, earlier.Case.Text);
        return $"{earlier.Case.Row.Full.Number}: {string.Join(chinese ? ";" : "; ", kind == FindingKind.Settled ? reasons.Append(NothingNew.In(culture)) : reasons)}";
    }
}
