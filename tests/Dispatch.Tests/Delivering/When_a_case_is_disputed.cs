using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using static Hotline.Dispatch.Tests.Delivering.Telling;

namespace Hotline.Dispatch.Tests.Delivering;

public class When_a_case_is_disputed
{
    [Fact]
    public void Tells_whoever_is_in_a_dispute_and_whoever_rules_until_somebody_is_handed_the_case()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Returned("water");
        history.Disputed("water", "housing");
        history.Add(new StatementGiven(UnitRef.Department("water"), "not ours", "§ 3"));
        history.Ruled("housing");
        history.Dispatched("housing", 2);
        history.Signed("housing");
        var told = Tell(history).ToLookup(news => news.Department, Words);
        Assert.Equal(
            ["water 1 dispatched lead", "water 2 returned lead", "water 3 dispute-opened disputing", "water 4 statement-given disputing",
                "water 5 ruling-given disputing", "water 6 withdrawn-from-unit disputing"],
            told["water"]);
        Assert.Equal(
            ["housing 1 dispute-opened disputing", "housing 2 statement-given disputing", "housing 3 ruling-given disputing", "housing 4 dispatched lead",
                "housing 5 signed lead"],
            told["housing"]);
        Assert.Equal("inspection 4 withdrawn-from-unit ruling", told["inspection"].Last());
    }

    [Fact]
    public void Does_not_give_a_case_that_was_closed_in_dispute_back_to_those_who_would_not_have_it()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Returned("water");
        history.Disputed("water", "housing");
        history.Closed();
        history.Add(new CaseReopened("again", null));
        Assert.Equal(["dispute-opened", "closed"], Tell(history).Where(news => news.Department == "housing").Select(news => news.Name));
    }
}
