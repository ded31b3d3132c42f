using FsCheck.Xunit;
using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Escalation.Clocks;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>Random acts in random order, by whoever may do them: the rules that must hold whatever the order of commands.</summary>
public sealed class When_anything_is_tried
{
    private static readonly CaseStatus[] WithUnit = [Dispatched, Assigned, Signed, InProgress, InReview];
    private static readonly CaseStatus[] AtEnd = [Closed, Declined];

    [Property(MaxTest = 100_000, EndSize = 40, QuietOnSuccess = true)]
    public void No_rule_is_broken((Act Act, byte Variant)[] acts, CaseKind kind)
    {
        var file = Given.Received(kind);
        var now = Given.Monday;
        List<CaseEvent> happened = [];
        foreach (var (act, variant) in acts)
        {
            now += TimeSpan.FromHours(1);
            var variants = SampleAct.All(act, file);
            var command = variants[variant % variants.Count];
            var decision = CaseDecisions.Decide(file, command, Given.City, now);
            Assert.Equal(decision.Error is null, decision.Events.Count > 0);
            if (decision.Error is not null)
                continue;
            var before = file;
            (var events, file) = Stamping.Stamp(file.Summary.CaseId, file, decision.Events, command.By, now);
            happened.AddRange(events);
            HoldsBetween(before, act, file);
            Holds(file, takenBack: happened.FindLast(one => one is CaseTakenBack or CaseDispatched) is CaseTakenBack);
            HoldsOfClusters(file);
        }

        NoClockRunsInVain(file, happened);
    }

    private static void HoldsBetween(CaseFile before, Act act, CaseFile after)
    {
        if (AtEnd.Contains(before.Status))
            Assert.True(act is Act.Reopen or Act.EraseCitizen, $"{act} went on with a case at its end");
        Assert.True(before.Summary.ErasedAt is null, $"{act} went on with a case whose citizen was erased");
        if (before.Summary.PausedAt is not null)
            Assert.True(Lifecycle.PermitsPaused(act), $"{act} went on with a case that waits");
        Assert.True(after.Summary.Version > before.Summary.Version);
    }

    private static void Holds(CaseFile file, bool takenBack)
    {
        var summary = file.Summary;
        if (WithUnit.Contains(summary.Status))
            Assert.NotNull(summary.Lead);
        if (summary.Lead is { } lead)
            Assert.DoesNotContain(lead, summary.Assisting);
        if (summary.Status is Returned or Disputed or Received or Held)
            Assert.Null(summary.Lead);
        Assert.Equal(summary.Status == Disputed, summary.Dispute is not null);
        if (file.Jurisdiction is { } known && known.Returns.Count > 1 && !takenBack)
            Assert.NotEqual(Returned, summary.Status);
        if (summary.Status == Held)
            Assert.True(summary.Findings is { Count: > 0 } || summary.AppealedAt is not null);
        else
            Assert.Null(summary.Findings);
        Assert.Equal(summary.Status == InReview, file.Draft is not null);
        if (AtEnd.Contains(summary.Status) || summary.Status == AwaitingVisit)
            Assert.Null(summary.PausedAt);
        Assert.Equal(summary.PausedAt is null, summary.PauseReason is null);
        Assert.Equal(summary.Status == Closed || summary.MergedInto is not null, summary.Outcome is not null);
        Assert.Equal(summary.Status == Closed, summary.ClosedAt is not null);
        Assert.InRange(summary.Redos, 0, Given.City.Visits.RedoLimit);
    }

    private static void HoldsOfClusters(CaseFile file)
    {
        var summary = file.Summary;
        if (summary.Status == Merged)
            Assert.NotNull(summary.MergedInto);
        if (summary.MergedInto is not null)
        {
            Assert.Contains(summary.Status, new[] { Merged, AwaitingVisit, Closed });
            Assert.Null(summary.Lead);
            Assert.Equal(0, summary.Followers);
        }
        Assert.Equal(file.Reporters.Values.Count(one => one.Follows), summary.Followers);
    }

    private static void NoClockRunsInVain(CaseFile file, IEnumerable<CaseEvent> happened)
    {
        var open = CaseClocks.Runs(happened.Select(ClockRules.Of).OfType<ClockMark>()).Where(run => run.Stop is null).ToList();
        if (AtEnd.Contains(file.Status) || file.Status == Merged)
            Assert.Empty(open);
        if (file.Summary.PausedAt is not null)
            Assert.All(open, run => Assert.Equal(ClockTurnKind.Pause, run.Turns[^1].Kind));
        Assert.Equal(open.DistinctBy(run => (run.Clock, run.Unit)).Count(), open.Count);
        // Whoever owes help is on the clock, and nobody else.
        Assert.Equal(
            (file.Summary.Assists ?? []).Where(one => one.DoneAt is null).Select(one => one.Unit).OrderBy(unit => unit.ToString()),
            open.Where(run => run.Clock == Cities.Clocks.ClockName.Assist).Select(run => run.Unit!.Value).OrderBy(unit => unit.ToString()));
    }
}
