using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Delivering;
using static Hotline.Dispatch.Tests.Delivering.Telling;

namespace Hotline.Dispatch.Tests.Delivering;

public class When_telling_departments
{
    [Fact]
    public void Tells_lead_and_assisting_units_of_a_dispatch()
    {
        var history = new History().Received();
        history.Dispatched("water", 1, "health");
        Assert.Equal(["health 1 dispatched assisting", "water 1 dispatched lead"], Tell(history).Select(Words));
    }

    [Fact]
    public void Tells_nobody_of_a_case_before_its_dispatch() => Assert.Empty(Tell(new History().Received().Accepted()));

    [Fact]
    public void Counts_without_a_gap_for_each_department_and_case()
    {
        var history = new History().Received();
        history.Dispatched("water", 1, "health");
        history.Signed("water");
        history.Replied("water");
        history.Closed();
        var numbers = Tell(history).GroupBy(news => news.Department).ToDictionary(group => group.Key, group => group.Select(news => news.Sequence));
        Assert.Equal([1, 2, 3, 4], numbers["water"]);
        Assert.Equal([1, 2, 3, 4], numbers["health"]);
    }

    [Fact]
    public void Tells_a_department_that_a_case_was_taken_from_it_and_then_no_more()
    {
        var history = new History().Received();
        history.Dispatched("water", 1, "health");
        history.Dispatched("housing", 2);
        history.Signed("housing");
        Assert.Equal(
            ["withdrawn-from-unit"],
            Tell(history).Where(news => news.Department == "water").Skip(1).Select(news => news.Name));
        Assert.Equal(["dispatched", "signed"], Tell(history).Where(news => news.Department == "housing").Select(news => news.Name));
    }

    [Fact]
    public void Confirms_its_return_to_the_unit_and_goes_on_counting_when_it_gets_the_case_again()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Returned("water");
        history.Dispatched("power", 2);
        history.Dispatched("water", 3);
        Assert.Equal(
            ["water 1 dispatched lead", "water 2 returned lead", "water 3 dispatched lead"],
            Tell(history).Where(news => news.Department == "water").Select(Words));
    }

    [Fact]
    public void Tells_of_a_merge_as_the_last_thing_and_ends_the_hand_over()
    {
        var history = new History().Received();
        history.Dispatched("water", 1, "health");
        history.Merged("water");
        history.Add(new CaseReplied(UnitRef.Department("power"), "repaired", []));
        Assert.Equal(["health 2 merged assisting", "water 2 merged lead"], Tell(history).Skip(2).Select(Words).Order());
        Assert.Equal(2, Told(history)[1].Changes.Count(change => change is HandOverChange.Ended { How: "merged" }));
        Assert.Equal("261123-000007-1", FeedFacts.Of(Tell(history)[2])?.Into);
    }

    [Fact]
    public void Tells_how_many_reporters_wait_for_the_answer()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Joined();
        history.Joined();
        Assert.Equal(["water 2 reporter-joined lead", "water 3 reporter-joined lead"], Tell(history).Skip(1).Select(Words));
        Assert.Equal(2, FeedData.Of(Tell(history)[^1]).Case.Followers);
    }

    [Fact]
    public void Tells_a_unit_that_is_asked_to_assist_as_if_it_was_handed_the_case()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Add(new UnitAttached(UnitRef.Department("health"), 1));
        history.Add(new AssistFinished(UnitRef.Department("health")));
        history.Add(new DeadlineMissed("assist", default, UnitRef.Department("health")));
        Assert.Equal(
            ["health 1 attached assisting", "water 2 attached lead", "health 2 assist-finished assisting", "water 3 assist-finished lead", "health 3 deadline-missed assisting"],
            Tell(history).Skip(1).Select(Words).Chunk(2).SelectMany(two => two.Order()));
        var attached = Told(history)[1];
        Assert.Equal(new HandOverChange.Began("health", 1, HandOverRole.Assisting), Assert.Single(attached.Changes));
        Assert.Equal(1, attached.News.Single(news => news.Department == "health").Round);
        Assert.Equal(UnitRef.Department("health"), FeedFacts.Of(attached.News[0])?.Unit);
    }

    [Fact]
    public void Tells_of_deadlines_only_the_unit_whose_clock_it_is()
    {
        var history = new History().Received();
        history.Dispatched("water", 1, "health");
        history.Add(new DeadlineApproached("handle", default, UnitRef.Department("water")));
        history.Add(new DeadlineMissed("visit", default, null));
        Assert.Equal(["water 2 deadline-approached lead"], Tell(history).Skip(2).Select(Words));
    }

    [Fact]
    public void Tells_whoever_had_a_closed_case_when_it_is_opened_again()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Closed();
        history.Add(new CaseReopened("again", UnitRef.Department("water")));
        Assert.Equal(["dispatched", "closed", "reopened"], Tell(history).Select(news => news.Name));
    }

    [Fact]
    public void Tells_of_waits_and_of_more_time_but_not_of_notes()
    {
        var history = new History().Received();
        history.Dispatched("water", 1, "health");
        var water = UnitRef.Department("water");
        history.Add(new ProgressNoted(water));
        history.Add(new CasePaused(water, PauseReason.CitizenToAnswer));
        history.Add(new CaseResumed(null));
        history.Add(new ExtensionAsked(water, 5, "§ 12", "pipes"));
        history.Add(new ExtensionGranted(water, 5, DateTimeOffset.UnixEpoch));
        history.Add(new ExtensionRefused(water, "no"));
        Assert.Equal(
            ["dispatched", "paused", "resumed", "extension-granted", "extension-refused"],
            Tell(history).Where(news => news.Department == "water").Select(news => news.Name));
    }

    [Fact]
    public void Tells_whoever_had_a_case_that_its_citizen_was_erased()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Closed();
        history.Add(new CitizenErased("§ 47", "…"));
        Assert.Equal("citizen-erased", Tell(history)[^1].Name);
    }

    [Fact]
    public void Refuses_to_pass_over_an_event()
    {
        var history = new History().Received().Accepted();
        history.Dispatched("water");
        Assert.Throws<ArgumentException>(() => News.Tell(CaseFeed.Untold, history.Events[2]));
    }

    [Fact]
    public void Follows_the_state_of_each_hand_over()
    {
        var history = new History().Received();
        history.Dispatched("water", 1, "health");
        history.Signed("water");
        history.Dispatched("housing", 2);
        Assert.Equal(
            [
                new HandOverChange.Began("health", 1, HandOverRole.Assisting),
                new HandOverChange.Began("water", 1, HandOverRole.Lead),
                new HandOverChange.Acknowledged("water"),
                new HandOverChange.Ended("health", "withdrawn-from-unit"),
                new HandOverChange.Ended("water", "withdrawn-from-unit"),
                new HandOverChange.Began("housing", 2, HandOverRole.Lead),
            ],
            Told(history).SelectMany(told => told.Changes));
    }
}
