using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Feedback.Visits;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests.Deciding;

public class When_something_happens_to_a_case
{
    private static readonly DateTimeOffset Start = Bench.Monday;
    private static readonly UnitRef Water = UnitRef.Department("water");

    private static CaseStory Replied => new CaseStory(Start).Received().Accepted().Dispatched(Water).Signed().Replied();

    public static TheoryData<string> EventTypes => [.. CaseEventTypes.All.Select(CaseEventTypes.NameOf)];

    [Theory, MemberData(nameof(EventTypes))]
    public void Every_type_of_event_is_considered(string type)
    {
        var happened = EveryEvent.Samples(Start).Single(one => CaseEventTypes.NameOf(one.GetType()) == type);

        var news = VisitRules.Of(happened, DemoCity.City.Visits);

        Assert.True(news is null || news.Task.Case == happened.Case);
    }

    [Fact]
    public void A_reply_opens_a_visit()
    {
        var news = NewsOf(Replied)!;

        Assert.Equal((true, 0, Replied.Last.At), (news.Task.Open, news.Task.Attempts!.Value, news.Task.OpenedAt));
    }

    [Fact]
    public void A_follower_is_visited_once_it_has_the_answer_of_its_lead()
    {
        var merged = new CaseStory(Start).Received().Accepted().MergedInto(new CaseReference(new CaseId(Guid.NewGuid()), "261123-000007-1"));

        Assert.Null(NewsOf(merged));
        Assert.True(NewsOf(merged.Replied())!.Task.Open);
    }

    [Fact]
    public void A_service_done_opens_a_visit()
    {
        var merchant = UnitRef.Merchant("m001");
        Assert.True(NewsOf(new CaseStory(Start, CaseKind.LifeService).Received().Accepted().OfferTaken(merchant).Done())!.Task.Open);
    }

    [Fact]
    public void Nobody_reached_leaves_it_open_and_counts_the_attempt()
    {
        var story = Replied.Visited(reached: false).Visited(reached: false);
        var news = NewsOf(story)!;

        Assert.Equal((true, 2, story.Last.At), (news.Task.Open, news.Task.Attempts!.Value, news.Task.LastAttemptAt!.Value));
        Assert.Null(news.Entry);
    }

    [Fact]
    public void Somebody_reached_ends_it() => Assert.False(NewsOf(Replied.Visited())!.Task.Open);

    [Fact]
    public void A_redo_ends_it_and_is_listed()
    {
        var news = NewsOf(Replied.Visited(Satisfaction.VeryDissatisfied, unitAtFault: true).RedoOrdered())!;

        Assert.Equal((false, Water), (news.Task.Open, news.Redo!.Unit!.Value));
    }

    [Fact]
    public void A_second_reply_opens_it_again() => Assert.True(NewsOf(Replied.Visited(Satisfaction.Dissatisfied).RedoOrdered().Replied())!.Task.Open);

    [Fact]
    public void A_case_that_ends_without_a_reply_never_had_a_visit() =>
        Assert.Null(NewsOf(new CaseStory(Start).Received().Accepted().Closed(CloseOutcome.Withdrawn)));

    [Theory]
    [InlineData(Satisfaction.VerySatisfied, true, false, CreditCause.CitizenSatisfied)]
    [InlineData(Satisfaction.VeryDissatisfied, false, true, CreditCause.CitizenDissatisfied)]
    [InlineData(Satisfaction.VeryDissatisfied, true, true, CreditCause.CitizenDissatisfied)]
    [InlineData(Satisfaction.VeryDissatisfied, false, false, CreditCause.BeyondTheUnit)]
    [InlineData(null, true, false, CreditCause.CitizenSatisfied)]
    [InlineData(null, false, true, CreditCause.CitizenDissatisfied)]
    public void What_the_citizen_says_is_entered_with_its_cause(Satisfaction? satisfaction, bool? solved, bool atFault, CreditCause cause)
    {
        var entry = NewsOf(Replied.Visited(satisfaction, solved, unitAtFault: atFault, reason: "slow"))!.Entry!;

        Assert.Equal((Water, cause, satisfaction, solved, "slow"), (entry.Unit, entry.Cause, entry.Satisfaction, entry.Solved, entry.Reason));
    }

    [Fact]
    public void A_citizen_who_says_nothing_leaves_no_entry() => Assert.Null(NewsOf(Replied.Visited(satisfaction: null, solved: null))!.Entry);

    [Fact]
    public void What_the_desk_answered_itself_stands_in_no_units_book() =>
        Assert.Null(NewsOf(new CaseStory(Start, CaseKind.Consultation).Received().Accepted().Replied().Visited())!.Entry);

    private static VisitNews? NewsOf(CaseStory story) => VisitRules.Of(story.Last, DemoCity.City.Visits);
}
