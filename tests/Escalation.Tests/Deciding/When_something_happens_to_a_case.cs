using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Deciding;

public class When_something_happens_to_a_case
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly UnitRef Water = UnitRef.Department("water");
    private static readonly UnitRef Plumber = UnitRef.Merchant("m001");
    private static readonly UnitRef Doctor = UnitRef.Expert("doc01");

    private static readonly CaseReference Lead = new(new CaseId(Guid.NewGuid()), "261123-000007-1");

    private static CaseStory Efficiency => new CaseStory(Start).Received();

    private static CaseStory Consultation => new CaseStory(Start, CaseKind.Consultation, CaseType.Inquiry).Received();

    public static TheoryData<string> EventTypes => [.. CaseEventTypes.All.Select(CaseEventTypes.NameOf)];

    [Theory, MemberData(nameof(EventTypes))]
    public void Every_type_of_event_is_considered(string type)
    {
        var happened = EveryEvent.Samples(Start).Single(one => CaseEventTypes.NameOf(one.GetType()) == type);

        var mark = ClockRules.Of(happened);

        Assert.True(mark is null || (mark.Event == type && mark.Version == happened.Version && mark.At == happened.At));
    }

    [Fact]
    public void Receiving_starts_the_clock_of_acceptance_at_the_desk()
    {
        var mark = MarkOf(Efficiency);

        Assert.Equal((ClockSet.Accept, ClockSet.None, Holder.Desk), (mark.Starts, mark.Stops, mark.Holder));
        Assert.Null(mark.Unit);
    }

    [Fact]
    public void An_imported_case_is_on_the_clock_from_its_import_and_not_from_its_date()
    {
        var mark = MarkOf(new CaseStory(Start).With(one => one with { ReceivedAt = Start.AddYears(-9) }).Received());

        Assert.Equal(Start, mark.Since);
    }

    [Fact]
    public void Accepting_an_efficiency_case_stops_acceptance_and_starts_nothing() =>
        Assert.Equal((ClockSet.None, true), (MarkOf(Efficiency.Accepted()).Starts, MarkOf(Efficiency.Accepted()).Stops.HasFlag(ClockSet.Accept)));

    [Fact]
    public void Accepting_a_consultation_puts_the_desk_on_the_clock() => Assert.Equal(ClockSet.Handle, MarkOf(Consultation.Accepted()).Starts);

    [Fact]
    public void Triaging_a_consultation_changes_its_limit_and_not_its_start()
    {
        var story = Consultation.Accepted();
        var mark = MarkOf(story.Triaged("health.fever", urgency: Urgency.Urgent));

        Assert.Equal(story.Case.AcceptedAt, mark.Since);
        Assert.Equal((ClockSet.Handle, Urgency.Urgent, "health.fever"), (mark.Starts, mark.Urgency, mark.Category));
        Assert.True(mark.Stops.HasFlag(ClockSet.Handle));
    }

    [Fact]
    public void Triaging_a_consultation_into_another_line_takes_the_desk_off_the_clock()
    {
        var mark = MarkOf(Consultation.Accepted().Triaged(kind: CaseKind.Efficiency));

        Assert.Equal(ClockSet.None, mark.Starts);
        Assert.True(mark.Stops.HasFlag(ClockSet.Handle));
    }

    [Fact]
    public void Dispatching_holds_a_department_to_sign_return_contact_and_handle()
    {
        var mark = MarkOf(Efficiency.Accepted().Dispatched(Water));

        Assert.Equal((ClockSet.OfDepartment, Water, Holder.Of(Water)), (mark.Starts, mark.Unit, mark.Holder));
    }

    [Fact]
    public void Dispatching_holds_an_expert_to_answer_and_the_desk_no_more()
    {
        var mark = MarkOf(Consultation.Accepted().Dispatched(Doctor));

        Assert.Equal((ClockSet.Handle, Doctor), (mark.Starts, mark.Unit));
        Assert.True(mark.Stops.HasFlag(ClockSet.Handle));
    }

    [Fact]
    public void A_merchant_is_on_the_clock_once_it_has_taken_the_offer()
    {
        var story = new CaseStory(Start, CaseKind.LifeService).Received().Accepted();

        Assert.Null(ClockRules.Of(story.Offered(Plumber).Last));
        Assert.Equal((ClockSet.Handle, Plumber), (MarkOf(story.OfferTaken(Plumber)).Starts, MarkOf(story).Unit));
    }

    [Fact]
    public void Signing_stops_the_clock_of_signing_only() =>
        Assert.Equal((ClockSet.None, ClockSet.Sign), (MarkOf(Efficiency.Dispatched(Water).Signed()).Starts, MarkOf(Efficiency.Dispatched(Water).Signed()).Stops));

    [Fact]
    public void Only_reaching_the_citizen_counts_as_contact()
    {
        var story = Efficiency.Dispatched(Water).Signed();

        Assert.Null(ClockRules.Of(story.Contacted(reached: false).Last));
        Assert.Equal(ClockSet.Contact, MarkOf(story.Contacted()).Stops);
    }

    [Fact]
    public void Returning_takes_the_unit_off_every_clock_and_the_case_back_to_the_desk()
    {
        var mark = MarkOf(Efficiency.Dispatched(Water).Returned());

        Assert.Equal((ClockSet.None, ClockSet.OfUnits, Holder.Desk), (mark.Starts, mark.Stops, mark.Holder));
    }

    [Fact]
    public void A_reply_starts_the_clock_of_the_visit() =>
        Assert.Equal((ClockSet.Visit, ClockSet.All), (MarkOf(Efficiency.Dispatched(Water).Signed().Replied()).Starts, MarkOf(Efficiency.Dispatched(Water).Replied()).Stops));

    [Fact]
    public void A_service_done_starts_the_clock_of_the_visit() =>
        Assert.Equal(ClockSet.Visit, MarkOf(new CaseStory(Start, CaseKind.LifeService).Received().Accepted().OfferTaken(Plumber).Done()).Starts);

    [Fact]
    public void A_call_nobody_answered_leaves_the_clock_of_the_visit_running()
    {
        var story = Efficiency.Dispatched(Water).Replied();

        Assert.Null(ClockRules.Of(story.Visited(reached: false).Last));
        Assert.Equal(ClockSet.Visit, MarkOf(story.Visited()).Stops);
    }

    [Fact]
    public void A_redo_has_a_clock_of_its_own()
    {
        var mark = MarkOf(Efficiency.Dispatched(Water).Replied().Visited(Satisfaction.VeryDissatisfied).RedoOrdered());

        Assert.Equal((ClockSet.Handle, Water, Holder.Of(Water)), (mark.Starts, mark.Unit, mark.Holder));
    }

    [Fact]
    public void A_correction_of_the_category_of_a_redone_case_counts_since_the_redo()
    {
        var story = Efficiency.Dispatched(Water).Replied().Visited(Satisfaction.VeryDissatisfied).RedoOrdered();

        Assert.Equal(story.Last.At, MarkOf(story.Recategorized("noise")).Since);
    }

    [Fact]
    public void A_correction_of_the_category_moves_no_clock_of_an_answer_that_is_done_again()
    {
        var story = Efficiency.Dispatched(Water).Signed().Submitted().SentBack();

        Assert.Null(ClockRules.Of(story.Recategorized("noise").Last));
    }

    [Fact]
    public void A_reopened_consultation_that_is_judged_anew_counts_since_it_was_reopened()
    {
        var story = Consultation.Accepted().Replied().Visited().Closed().Reopened();

        Assert.Equal(story.Last.At, MarkOf(story.Triaged("health.fever")).Since);
    }

    [Fact]
    public void A_reopened_case_is_handled_again_by_whoever_handled_it() =>
        Assert.Equal((ClockSet.Handle, Water), (MarkOf(Efficiency.Dispatched(Water).Replied().Closed().Reopened()).Starts, Water));

    [Fact]
    public void A_reopened_case_that_nobody_had_waits_without_a_clock() =>
        Assert.Equal((ClockSet.None, Holder.Desk), (MarkOf(Efficiency.Declined().Reopened()).Starts, MarkOf(Efficiency.Declined().Reopened()).Holder));

    [Fact]
    public void The_end_of_a_case_is_the_end_of_its_clocks()
    {
        CaseStory[] ends = [Efficiency.Declined(), Efficiency.Accepted().Withdrawn(), Efficiency.Dispatched(Water).Replied().Closed()];

        Assert.All(ends, story => Assert.Equal((ClockSet.All, Holder.Nobody), (MarkOf(story).Stops, MarkOf(story).Holder)));
    }

    [Fact]
    public void A_follower_is_on_no_clock_until_it_is_answered_or_goes_on_by_itself()
    {
        Assert.Equal((ClockSet.All, Holder.Nobody), (MarkOf(Consultation.Accepted().MergedInto(Lead)).Stops, MarkOf(Consultation.Accepted().MergedInto(Lead)).Holder));
        Assert.Equal((ClockSet.Handle, Holder.Desk), (MarkOf(Consultation.Accepted().MergedInto(Lead).Unmerged()).Starts, MarkOf(Efficiency.Accepted().MergedInto(Lead).Unmerged()).Holder));
        Assert.Equal(ClockSet.Visit, MarkOf(Efficiency.Accepted().MergedInto(Lead).Replied()).Starts);
        Assert.Null(ClockRules.Of(Efficiency.Accepted().Joined(Lead).Last));
    }

    private static ClockMark MarkOf(CaseStory story) => ClockRules.Of(story.Last)!;
}
