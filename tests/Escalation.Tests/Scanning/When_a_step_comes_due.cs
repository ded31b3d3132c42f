using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Escalation.Scanning;
using Hotline.GrainContracts.Cases;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Scanning;

public class When_a_step_comes_due
{
    private static readonly DateTimeOffset Warn = Bench.Monday;
    private static readonly DateTimeOffset Due = Bench.Monday.AddHours(2);
    private static readonly IReadOnlyList<Step> Ladder = Steps.Of(DemoCity.City.Clocks, Warn, Due);

    [Fact]
    public void The_ladder_warns_urges_and_supervises_after_one_three_and_five_working_days()
    {
        Assert.Equal(["warn", "urge", "supervise-1", "supervise-2", "supervise-3"], Ladder.Select(step => step.Word));
        Assert.Equal([Warn, Due], Ladder.Take(2).Select(step => step.At));
        Assert.Equal(DemoCity.City.Clocks.Ladder(Due).Skip(1).Select(rung => rung.At), Ladder.Skip(2).Select(step => step.At));
    }

    [Fact]
    public void Nothing_happens_a_tick_too_early() => Assert.Null(Steps.Due(Ladder, 0, Warn.AddTicks(-1)));

    [Fact]
    public void It_happens_on_the_tick() => Assert.Equal(0, Steps.Due(Ladder, 0, Warn));

    [Fact]
    public void A_warning_is_skipped_once_the_deadline_is_past() => Assert.Equal(1, Steps.Due(Ladder, 0, Due));

    [Fact]
    public void No_level_of_supervision_is_skipped() => Assert.Equal(2, Steps.Due(Ladder, 2, Due.AddDays(60)));

    [Fact]
    public void After_the_last_step_there_is_none() => Assert.Null(Steps.Due(Ladder, Ladder.Count, Due.AddYears(1)));

    [Fact]
    public void Trying_again_is_the_same_operation_and_every_step_another()
    {
        var acts = Ladder.Select(step => StepTaker.Act(Deadline(), step)).ToList();

        Assert.Equal(acts.Select(act => act.OperationId), Ladder.Select(step => StepTaker.Act(Deadline() with { Claim = 7, Failures = 3 }, step).OperationId));
        Assert.Equal(acts.Count, acts.Select(act => act.OperationId).Distinct().Count());
        Assert.IsType<WarnOfDeadline>(acts[0]);
        Assert.IsType<MissDeadline>(acts[1]);
        Assert.Equal([1, 2, 3], acts.Skip(2).Cast<OpenSupervision>().Select(act => act.Level));
    }

    [Fact]
    public void Another_running_of_the_same_clock_is_another_operation() => Assert.NotEqual(
        StepTaker.Act(Deadline(), Ladder[0]).OperationId, StepTaker.Act(Deadline() with { StartedVersion = 9 }, Ladder[0]).OperationId);

    [Fact]
    public void A_step_taken_waits_for_the_next()
    {
        Assert.Equal((1, Due), (StepTaker.Taken(Deadline(), Ladder, 0).Done, StepTaker.Taken(Deadline(), Ladder, 0).NextAt!.Value));
        Assert.Null(StepTaker.Taken(Deadline(), Ladder, Ladder.Count - 1).NextAt);
    }

    [Theory]
    [InlineData("illegal-transition")]
    [InlineData("case-unknown")]
    public void A_case_that_has_gone_on_ends_the_escalation(string code)
    {
        var settled = StepTaker.Refused(Deadline(), new Error(ErrorKind.Conflict, code), Due, TimeSpan.FromSeconds(30));

        Assert.Equal((code, (DateTimeOffset?)null), (settled.Refused!, settled.NextAt));
    }

    [Fact]
    public void Any_other_refusal_leaves_the_step_owed()
    {
        var settled = StepTaker.Refused(Deadline(), new Error(ErrorKind.Unavailable, "unavailable"), Due, TimeSpan.FromSeconds(30));

        Assert.Equal((null, 0, 1), (settled.Refused, settled.Done, settled.Failures));
        Assert.NotNull(settled.NextAt);
    }

    [Fact]
    public void Pauses_double_up_to_the_longest() => Assert.Equal(
        [1, 2, 4, 8, 16, 30, 30],
        new[] { 0, 1, 2, 3, 4, 5, 30_000 }.Select(failures =>
            (StepTaker.Failed(Deadline() with { Failures = failures }, Due, TimeSpan.FromSeconds(30)).NextAt!.Value - Due).TotalSeconds));

    private static ClaimedDeadline Deadline() =>
        new(new CaseId(Guid.Parse("0197f000-0000-7000-8000-000000000001")), ClockName.Handle, 3, null, Warn, Warn, Due, Done: 0, Claim: 1, Failures: 0);
}
