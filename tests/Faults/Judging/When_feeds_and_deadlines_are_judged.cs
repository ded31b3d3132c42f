using Hotline.Load.Faults.Judging;
using Hotline.Load.Faults.Subscribing;

namespace Hotline.Faults.Judging;

public sealed class When_feeds_and_deadlines_are_judged
{
    [Fact]
    public void A_repetition_on_the_wire_is_none()
    {
        Assert.Empty(Hear(Sample.Heard(1, "dispatched"), Sample.Heard(1, "dispatched"), Sample.Heard(2, "signed"), Sample.Heard(1, "dispatched")).Findings);
    }

    [Fact]
    public void An_event_the_department_never_heard_is_lost() => Assert.Equal(1, Hear(Sample.Heard(1, "dispatched")).Lost);

    [Fact]
    public void A_later_event_first_is_illegal() => Assert.Equal(1, Hear(Sample.Heard(2, "signed"), Sample.Heard(1, "dispatched")).Illegal);

    [Fact]
    public void The_same_news_under_two_sequences_or_ids_is_duplicated()
    {
        Assert.Equal(1, Hear(Sample.Heard(1, "dispatched"), Sample.Heard(2, "dispatched")).Duplicated);
        Assert.Equal(1, Hear(Sample.Heard(1, "dispatched"), Sample.Heard(2, "signed"), Sample.Heard(2, "signed", id: "another")).Duplicated);
    }

    [Fact]
    public void A_deadline_acted_on_early_is_illegal() => Assert.Equal(1, Missed(TimeSpan.FromSeconds(-1)).Illegal);

    [Fact]
    public void A_minute_is_in_time_and_more_is_late()
    {
        Assert.Empty(Missed(TimeSpan.FromSeconds(60)).Findings);
        Assert.Equal(1, Missed(TimeSpan.FromSeconds(61)).Late);
    }

    [Fact]
    public void Time_in_which_something_was_broken_counts_once_and_against_nobody()
    {
        Outage[] outages = [Broken(0, 40), Broken(20, 50), Broken(200, 300)];
        Assert.Empty(Missed(TimeSpan.FromSeconds(109), outages).Findings);
        Assert.Equal(1, Missed(TimeSpan.FromSeconds(111), outages).Late);
    }

    [Fact]
    public void An_offer_runs_out_when_it_said()
    {
        var offer = Guid.NewGuid();
        var due = Sample.Noon + TimeSpan.FromMinutes(3);
        FoundEvent[] events =
        [
            Sample.Entry(1, "CaseReceived", "received"),
            Sample.Entry(2, "CaseAccepted", "accepted"),
            Sample.Entry(3, "OfferMade", "offered", due, offer: offer),
            Sample.Entry(4, "OfferExpired", "accepted", after: TimeSpan.FromMinutes(2), offer: offer),
        ];
        Assert.Equal(1, Oracle.Judge([Sample.Acknowledged()], Sample.WorldOf(Sample.Case with { Events = events }), []).Illegal);
    }

    [Fact]
    public void A_step_that_is_owed_is_late() =>
        Assert.Equal(2, Oracle.Judge([Sample.Acknowledged()], Sample.World with { OwedDeadlines = 2 }, []).Late);

    private static Verdict Hear(params Heard[] heard) => Oracle.Judge([Sample.Acknowledged()], Sample.World with { Heard = heard }, []);

    private static Verdict Missed(TimeSpan after, params Outage[] outages)
    {
        var missed = Sample.Entry(6, "DeadlineMissed", "signed", Sample.Noon, after);
        return Oracle.Judge([Sample.Acknowledged()], Sample.WorldOf(Sample.Case with { Events = [.. Sample.Case.Events, missed] }), outages);
    }

    private static Outage Broken(int from, int to) => new(Sample.Noon.AddSeconds(from), Sample.Noon.AddSeconds(to));
}
