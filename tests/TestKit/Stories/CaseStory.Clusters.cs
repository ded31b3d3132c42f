using Hotline.Contracts.Cases;

namespace Hotline.TestKit.Stories;

/// <summary>What a case has to do with others.</summary>
public sealed partial class CaseStory
{
    public CaseStory MergedInto(CaseReference lead) => Add(
        new CaseMerged(lead, Case.Lead, null),
        one => one with { Status = CaseStatus.Merged, MergedInto = lead, Outcome = CloseOutcome.Merged, Lead = null, Assisting = [], Assists = null });

    public CaseStory Unmerged() => Add(
        new CaseUnmerged(Case.MergedInto!, "…"), one => one with { Status = CaseStatus.Triaged, MergedInto = null, Outcome = null, HandlingSince = _now });

    public CaseStory Joined(CaseReference reporter) =>
        Add(new ReporterJoined(reporter, 3), one => one with { Followers = one.Followers + 1 });

    public CaseStory Left(CaseReference reporter) =>
        Add(new ReporterLeft(reporter, 4), one => one with { Followers = one.Followers - 1 });
}
