using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Escalation.Scanning;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Scanning;

public class When_scanning_deadlines
{
    private static readonly UnitRef Water = UnitRef.Department("water");

    private static CaseStory Urgent => new CaseStory(Bench.Monday, urgency: Urgency.Urgent) { Gap = TimeSpan.Zero };

    [Fact]
    public async Task A_warning_is_neither_early_nor_repeated()
    {
        await using var bench = await Bench.Open();
        var story = Urgent.Received();
        await bench.Happened(story);
        var accept = await bench.Deadline(story, "accept");

        bench.Time.SetUtcNow(accept.WarnAt.AddTicks(-1));
        Assert.Equal(0, await bench.ScanAll());
        bench.Time.SetUtcNow(accept.WarnAt);
        Assert.Equal(1, await bench.ScanAll());
        Assert.Equal(0, await bench.ScanAll());

        var warned = Assert.IsType<WarnOfDeadline>(Assert.Single(bench.Asked));
        Assert.Equal(("accept", accept.DueAt, "system:escalation"), (warned.Clock, warned.DueAt, warned.By.ToString()));
    }

    [Fact]
    public async Task A_clock_nobody_stops_climbs_the_whole_ladder()
    {
        await using var bench = await Bench.Open();
        var story = Urgent.Received();
        await bench.Happened(story);

        for (var day = 0; day < 15; day++)
        {
            bench.Time.Advance(TimeSpan.FromMinutes(13));
            await bench.ScanAll();
            bench.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(13));
        }

        Assert.Equal(
            [typeof(WarnOfDeadline), typeof(MissDeadline), typeof(OpenSupervision), typeof(OpenSupervision), typeof(OpenSupervision)],
            bench.Asked.Select(act => act.GetType()));
        Assert.Equal([1, 2, 3], bench.Asked.OfType<OpenSupervision>().Select(act => act.Level));
        Assert.Equal(0, await bench.Value<long>("select count(*) from escalation.deadline where next_at is not null"));
    }

    [Fact]
    public async Task A_stopped_clock_is_left_alone()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent.Received().Accepted());

        bench.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await bench.ScanAll());
    }

    [Fact]
    public async Task Nobody_is_urged_for_what_is_done_while_the_news_of_it_is_on_its_way()
    {
        await using var bench = await Bench.Open();
        var story = Urgent.Received();
        await bench.Happened(story);
        bench.Ledger[story.Case.CaseId] = story.Accepted().Case;

        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.ScanAll();
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.ScanAll();
        Assert.Empty(bench.Asked);
        Assert.Equal("not-running", await bench.Value<string>("select refused from escalation.deadline"));

        await bench.Happened([story.Last]);
        bench.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await bench.ScanAll());
    }

    [Fact]
    public async Task A_case_that_refuses_is_asked_no_more()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent.Received());
        bench.Answer = (_, _) => Task.FromResult(Bench.Refusal("illegal-transition"));

        bench.Time.Advance(TimeSpan.FromDays(30));
        await bench.ScanAll();

        Assert.Single(bench.Asked);
        Assert.Equal("illegal-transition", await bench.Value<string>("select refused from escalation.deadline"));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_as_the_same_operation()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent.Received());
        var lost = 2;
        bench.Answer = (caseId, _) => lost-- > 0 ? throw new TimeoutException("no answer") : Task.FromResult<Outcome<CaseView>>(bench.ViewOf(caseId));

        bench.Time.Advance(TimeSpan.FromMinutes(13));
        for (var second = 0; second < 10; second++)
        {
            await bench.ScanAll();
            bench.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, bench.Asked.Count);
        Assert.Single(bench.Asked.Select(act => act.OperationId).Distinct());
        Assert.Equal((short)0, await bench.Value<short>("select failures from escalation.deadline"));
        Assert.Equal((short)1, await bench.Value<short>("select stage from escalation.deadline"));
    }

    [Fact]
    public async Task A_case_that_never_answers_does_not_hold_up_the_others()
    {
        await using var bench = await Bench.Open();
        var (silent, other) = (Urgent.Received(), Urgent.Received());
        await bench.Happened(silent.Events.Concat(other.Events));
        var asked = new TaskCompletionSource();
        bench.Answer = (caseId, _) =>
        {
            if (caseId != silent.Case.CaseId)
                return Task.FromResult<Outcome<CaseView>>(bench.ViewOf(caseId));
            asked.SetResult();
            return new TaskCompletionSource<Outcome<CaseView>>().Task;
        };

        bench.Time.Advance(TimeSpan.FromMinutes(13));
        var scan = bench.NewScanner().Scan(CancellationToken.None);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        bench.Time.Advance(bench.Options.AnswerWithin);
        await scan.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((1, 0), ((await bench.Deadline(other, "accept")).StepsTaken, (await bench.Deadline(silent, "accept")).StepsTaken));
    }

    [Fact]
    public async Task What_a_dead_scanner_took_is_taken_over_when_its_lease_ends()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent.Received());
        bench.Time.Advance(TimeSpan.FromMinutes(13));
        using var killed = new CancellationTokenSource();
        bench.Answer = async (_, _) =>
        {
            await killed.CancelAsync();
            throw new OperationCanceledException(killed.Token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.NewScanner().Scan(killed.Token));
        bench.Answer = (caseId, _) => Task.FromResult<Outcome<CaseView>>(bench.ViewOf(caseId));

        Assert.Equal(0, await bench.ScanAll());
        bench.Time.Advance(bench.Options.Lease);
        Assert.Equal(1, await bench.ScanAll());

        Assert.Single(bench.Asked.Select(act => act.OperationId).Distinct());
    }

    [Fact]
    public async Task A_clock_that_stops_while_its_case_is_asked_stays_stopped()
    {
        await using var bench = await Bench.Open();
        var story = Urgent.Received();
        await bench.Happened(story);
        bench.Time.Advance(TimeSpan.FromMinutes(13));
        bench.Answer = async (caseId, _) =>
        {
            await bench.Happened([story.Accepted().Last]);
            return bench.ViewOf(caseId);
        };

        await bench.ScanAll();
        bench.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(0, await bench.ScanAll());
        Assert.Equal(nameof(CaseAccepted), (await bench.Deadline(story, "accept")).StoppedBy);
    }

    [Fact]
    public async Task A_scanner_that_was_too_slow_overwrites_nothing()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent.Received());
        bench.Time.Advance(TimeSpan.FromMinutes(13));
        var deadlines = new DueDeadlines(bench.Database);
        var slow = Assert.Single(await deadlines.Claim(bench.Time.GetUtcNow(), bench.Options, CancellationToken.None));
        bench.Time.Advance(bench.Options.Lease);
        var next = Assert.Single(await deadlines.Claim(bench.Time.GetUtcNow(), bench.Options, CancellationToken.None));

        await deadlines.Settle([new Settlement(next, 1, next.DueAt)], CancellationToken.None);
        await deadlines.Settle([new Settlement(slow, 0, null, Refused: "case-unknown")], CancellationToken.None);

        Assert.Equal(1, await bench.Value<long>("select count(*) from escalation.deadline where stage > 0 and refused is null and next_at is not null"));
    }

    [Fact]
    public async Task After_an_outage_the_missed_deadline_is_told_and_not_the_warning()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent.Received());

        bench.Time.Advance(TimeSpan.FromHours(3));
        await bench.ScanAll();

        Assert.IsType<MissDeadline>(Assert.Single(bench.Asked));
    }

    [Fact]
    public async Task The_unit_s_clocks_escalate_each_on_its_own()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent.Received().Accepted().Dispatched(Water).Signed());

        bench.Time.Advance(TimeSpan.FromHours(2));
        await bench.ScanAll();

        Assert.Equal(["contact", "handle"], bench.Asked.Cast<MissDeadline>().Select(act => act.Clock).Order());
    }

    [Fact]
    public async Task An_error_that_is_not_final_is_tried_again()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Urgent.Received());
        bench.Answer = (_, _) => Task.FromResult<Outcome<CaseView>>(new Error(ErrorKind.Unavailable, "unavailable"));

        bench.Time.Advance(TimeSpan.FromMinutes(13));
        await bench.ScanAll();
        bench.Time.Advance(bench.Options.LongestPause);
        await bench.ScanAll();

        Assert.Equal(2, bench.Asked.Count);
    }
}
