using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_cases_are_merged
{
    private static readonly CaseReference Reporter = new(new CaseId(Guid.CreateVersion7()), "260302-000008-2");

    [Fact]
    public void The_lead_case_handles_it_from_here_on()
    {
        var merged = Done(Given.A(InProgress), Merge());

        Assert.Equal((Merged, Given.Lead, CloseOutcome.Merged, null), (merged.Status, merged.Summary.MergedInto, merged.Summary.Outcome, merged.Lead));
        Assert.Equal(Given.Water, Assert.IsType<CaseMerged>(Decide(Given.A(InProgress), Merge()).Events[^1]).Unit);
        var refused = Decide(merged, new DispatchCase(Given.Operator, Guid.NewGuid(), Given.Water, [], null, null)).Error;
        Assert.Equal(("case-merged", Given.Lead.Number), (refused?.Code, refused?.Arguments?[1]));
    }

    [Fact]
    public void Whoever_merges_what_was_just_received_has_taken_it_on() =>
        Assert.Equal([typeof(CaseAccepted), typeof(CaseMerged)], Decide(Given.Received(), Merge()).Events.Select(one => one.GetType()));

    [Fact]
    public void Whoever_merges_what_is_held_has_said_that_it_is_a_duplicate_and_nothing_else()
    {
        var held = Given.After(Given.Received(), Given.Hotline, new CaseHeld([new Finding(FindingKind.Duplicate, "260301-000001-0"), new Finding(FindingKind.Repeated, "260301-000002-9")]));
        var events = Decide(held, Merge()).Events;

        Assert.Equal([typeof(FindingsDecided), typeof(CaseAccepted), typeof(CaseMerged)], events.Select(one => one.GetType()));
        Assert.Equal([FindingKind.Duplicate], Assert.IsType<FindingsDecided>(events[0]).Upheld);
        var back = Done(Done(held, Merge()), Unmerge());
        Assert.Equal((Accepted, false, null), (back.Status, back.Summary.Unreasonable, back.Summary.Findings));
    }

    [Fact]
    public void A_wait_is_over_and_does_not_come_back()
    {
        var paused = Done(Given.A(Triaged), new PauseCase(Given.Operator, Guid.NewGuid(), PauseReason.CitizenToAnswer, null));
        var back = Done(Done(paused, Merge()), Unmerge());

        Assert.Equal((Triaged, null), (back.Status, back.Summary.PausedAt));
    }

    [Theory]
    [InlineData(Received, Accepted)]
    [InlineData(Accepted, Accepted)]
    [InlineData(Triaged, Triaged)]
    [InlineData(Returned, Triaged)]
    [InlineData(InProgress, Triaged)]
    public void Unmerged_it_is_back_at_the_desk(CaseStatus before, CaseStatus after)
    {
        var back = Done(Done(Given.A(before), Merge()), Unmerge());
        Assert.Equal((after, null, null, null), (back.Status, back.Summary.MergedInto, back.Summary.Outcome, back.Lead));
    }

    [Fact]
    public void What_stays_apart_is_refused()
    {
        Assert.Equal("case-not-mergeable", Code(Given.A(Accepted, CaseKind.LifeService), Merge(CaseKind.LifeService)));
        Assert.Equal("case-not-mergeable", Code(With(Given.A(Accepted), one => one with { Sealed = true }), Merge()));
        Assert.Equal("case-not-mergeable", Code(With(Given.A(Accepted), one => one with { IncidentUntil = Given.Monday }), Merge()));
        Assert.Equal("merge-other-line", Code(Given.A(Accepted), Merge(CaseKind.Consultation)));
        var itself = Given.A(Accepted);
        Assert.Equal("merge-into-itself", Code(itself, Merge() with { Into = new CaseReference(itself.Summary.CaseId, itself.Summary.Number) }));
        Assert.Equal("case-has-followers", Code(Done(Given.A(Accepted), Join(3)), Merge()));
        Assert.Equal("act-forbidden", Code(Given.A(InProgress), Merge() with { By = Given.WaterOfficer }));
        Assert.Equal("case-merged", Code(Done(Given.A(Accepted), Merge()), Merge()));
    }

    [Fact]
    public void Old_news_of_a_reporter_changes_nothing()
    {
        var left = Done(Done(Given.A(Triaged), Join(3)), Leave(4));

        Assert.Equal(0, left.Summary.Followers);
        Assert.Equal("illegal-transition", Code(left, Join(3)));
        Assert.Equal(1, Done(left, Join(5)).Summary.Followers);
        // The news that it left came before the news that it had joined.
        Assert.Equal("illegal-transition", Code(Done(Given.A(Triaged), Leave(4)), Join(3)));
    }

    [Fact]
    public void A_follower_has_the_answer_of_its_own_lead_only()
    {
        var merged = Done(Given.A(Triaged), Merge());
        var answered = Done(merged, Answer());

        Assert.Equal((AwaitingVisit, "已修复", Given.Water), (answered.Status, answered.Answer, answered.AnsweredBy));
        Assert.Equal(Given.Lead, Assert.IsType<CaseReplied>(Decide(merged, Answer()).Events.Single()).From);
        Assert.Equal("illegal-transition", Code(merged, Answer() with { From = Reporter }));
        Assert.Equal("illegal-transition", Code(Given.A(AwaitingVisit), Answer()));
    }

    [Fact]
    public void A_follower_is_called_back_on_its_own_and_closes_as_merged()
    {
        var answered = Done(Done(Given.A(Triaged), Merge()), Answer());
        var visited = Decide(answered, new VisitCase(Given.Operator, Guid.NewGuid(), new VisitAnswers(true, true, Satisfaction.Satisfied), null, false)).Events;

        Assert.Equal(Given.Water, Assert.Single(visited.OfType<VisitRecorded>()).Unit);
        Assert.Equal(CloseOutcome.Merged, Assert.Single(visited.OfType<CaseClosed>()).Outcome);
    }

    [Fact]
    public void A_follower_that_the_unit_let_down_goes_on_by_itself_with_that_unit()
    {
        var answered = Done(Done(Given.A(Triaged), Merge()), Answer());
        var redo = Done(answered, new VisitCase(Given.Operator, Guid.NewGuid(), new VisitAnswers(true, false, Satisfaction.Dissatisfied), "not-solved", true));

        Assert.Equal((Dispatched, Given.Water, null, null, 1), (redo.Status, redo.Lead!.Value, redo.Summary.MergedInto, redo.Summary.Outcome, redo.Summary.Redos));
    }

    [Fact]
    public void Opened_again_a_follower_goes_on_by_itself_with_the_unit_that_answered_it()
    {
        var closed = Given.After(Done(Done(Given.A(Triaged), Merge()), Answer()), Given.Operator, new CaseClosed(CloseOutcome.Merged));
        var again = Done(closed, new ReopenCase(Given.Operator, Guid.NewGuid(), "又漏水了"));

        Assert.Equal((Dispatched, Given.Water, null, null), (again.Status, again.Lead!.Value, again.Summary.MergedInto, again.Summary.Outcome));
    }

    [Fact]
    public void A_case_that_leads_others_goes_into_no_sealed_lane_and_one_in_it_leads_nobody()
    {
        var led = Done(Given.A(Triaged), Join(3));
        var triage = new TriageCase(Given.Operator, Guid.NewGuid(), "mind.youth.study-stress", null, null, null, true, null, null);

        Assert.Equal("case-has-followers", Code(led, triage));
        Assert.Equal("case-has-followers", Code(With(Given.A(InProgress), one => one with { Followers = 1 }), new RecategorizeCase(Given.Operator, Guid.NewGuid(), "d", true, Given.Health, [], null, "…")));
        Assert.Equal("illegal-transition", Code(Done(Given.A(Triaged), triage), Join(3)));
    }

    [Fact]
    public void An_incident_ends_with_its_reply()
    {
        var incident = With(Given.A(InProgress), one => one with { IncidentUntil = Given.Monday.AddDays(1) });
        var events = Decide(incident, new ReplyCase(Given.WaterOfficer, Guid.NewGuid(), null, "人民路水管爆裂已修复", [])).Events;

        Assert.Equal([typeof(CaseReplied), typeof(CaseClosed)], events.Select(one => one.GetType()));
    }

    private static MergeCase Merge(CaseKind kind = CaseKind.Efficiency) => new(Given.Operator, Guid.NewGuid(), Given.Lead, kind, null);

    private static UnmergeCase Unmerge() => new(Given.Operator, Guid.NewGuid(), null, "并非同一事项");

    private static AddReporter Join(int version) => new(Given.Hotline, Guid.NewGuid(), Reporter, version);

    private static RemoveReporter Leave(int version) => new(Given.Hotline, Guid.NewGuid(), Reporter, version);

    private static AnswerFollower Answer() => new(Given.Hotline, Guid.NewGuid(), Given.Lead, Given.Water, "已修复");

    private static CaseFile With(CaseFile file, Func<CaseSummary, CaseSummary> change) => file with { Summary = change(file.Summary) };

    private static string? Code(CaseFile file, CaseAct act) => Decide(file, act).Error?.Code;

    private static Decision Decide(CaseFile file, CaseAct act) => CaseDecisions.Decide(file, act, Given.City, Given.Monday.AddHours(1));

    private static CaseFile Done(CaseFile file, CaseAct act)
    {
        var decision = Decide(file, act);
        Assert.Null(decision.Error);
        return Given.After(file, act.By, [.. decision.Events]);
    }
}
