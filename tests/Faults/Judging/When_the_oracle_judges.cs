using Hotline.Load.Faults.Judging;
using Hotline.Load.Faults.Working;

namespace Hotline.Faults.Judging;

public sealed class When_the_oracle_judges
{
    [Fact]
    public void What_is_right_has_no_findings()
    {
        var verdict = Judge(Sample.World, Sample.Acknowledged(Sample.Act("accept", "CaseAccepted"), Sample.Act("sign", "CaseSigned")));
        Assert.Empty(verdict.Findings);
        Assert.Equal((1, 1, 1), (verdict.Attempted, verdict.Acknowledged, verdict.Present));
    }

    [Fact]
    public void A_matter_that_nobody_answered_may_be_there_or_not()
    {
        Assert.Empty(Judge(Sample.World, Sample.Unanswered()).Findings);
        Assert.Empty(Judge(Nothing(), Sample.Unanswered()).Findings);
    }

    [Fact]
    public void An_acknowledged_matter_that_is_not_there_is_lost() => Assert.Equal(1, Judge(Nothing(), Sample.Acknowledged()).Lost);

    [Fact]
    public void A_number_that_belongs_to_another_matter_is_lost()
    {
        var verdict = Judge(Sample.World with { Cases = [Sample.Case with { Title = "another" }] }, Sample.Acknowledged());
        Assert.Equal(1, verdict.Lost);
        Assert.True(verdict.Illegal > 0);
    }

    [Fact]
    public void An_acknowledged_act_that_is_not_there_is_lost() =>
        Assert.Equal(1, Judge(Sample.World, Sample.Acknowledged(Sample.Act("reply", "CaseReplied"))).Lost);

    [Fact]
    public void A_key_with_two_cases_is_duplicated()
    {
        var twin = Sample.Case with { Id = Guid.NewGuid(), Number = "261125-000002-2" };
        Assert.Equal(1, Judge(Sample.WorldOf(Sample.Case, twin), Sample.Acknowledged()).Duplicated);
    }

    [Fact]
    public void An_act_done_twice_is_duplicated()
    {
        var twice = With(Sample.Entry(6, "CaseSigned", "signed"));
        Assert.Equal(1, Judge(Sample.WorldOf(twice), Sample.Acknowledged(Sample.Act("sign", "CaseSigned"))).Duplicated);
    }

    [Fact]
    public void A_broken_chain_is_illegal() => Assert.Equal(1, Judge(Sample.WorldOf(Sample.Case with { Intact = false }), Sample.Acknowledged()).Illegal);

    [Fact]
    public void A_forbidden_transition_is_illegal() =>
        Assert.Equal(1, Judge(Sample.WorldOf(With(Sample.Entry(6, "CaseTriaged", "triaged"))), Sample.Acknowledged()).Illegal);

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void What_is_held_is_decided_before_it_goes_on(bool accepted, int illegal)
    {
        FoundEvent[] decided = accepted ? [Sample.Entry(3, "FindingsDecided", "held"), Sample.Entry(4, "CaseAccepted", "accepted")] : [];
        var held = Sample.Case with
        {
            Events = [Sample.Case.Events[0], Sample.Entry(2, "CaseHeld", "held"), .. decided, .. Sample.Case.Events.Skip(2).Select(entry => entry with { Version = entry.Version + 2 })],
        };
        Assert.Equal(illegal, Judge(Sample.WorldOf(held), Sample.Acknowledged()).Illegal);
    }

    [Fact]
    public void An_event_that_nobody_placed_is_illegal() =>
        Assert.Equal(1, Judge(Sample.WorldOf(With(Sample.Entry(6, "CaseForgotten", "signed"))), Sample.Acknowledged()).Illegal);

    [Fact]
    public void Other_words_than_were_submitted_are_illegal() =>
        Assert.Equal(1, Judge(Sample.WorldOf(Sample.Case with { Text = "other" }), Sample.Acknowledged()).Illegal);

    [Fact]
    public void A_refusal_of_what_was_possible_is_illegal() =>
        Assert.Equal(1, Judge(Sample.World, Sample.Acknowledged(Sample.Act("contact", "CitizenContacted", status: 409))).Illegal);

    [Fact]
    public void A_read_model_that_differs_is_illegal()
    {
        Assert.Equal(1, Judge(Sample.World with { Rows = new Dictionary<Guid, FoundRow>() }, Sample.Acknowledged()).Illegal);
        Assert.Equal(1, Judge(Sample.World with { OpenVisits = new HashSet<Guid> { Sample.Case.Id } }, Sample.Acknowledged()).Illegal);
        Assert.Equal(1, Judge(Sample.World with { Clocks = new HashSet<(Guid, string)> { (Sample.Case.Id, "accept") } }, Sample.Acknowledged()).Illegal);
        Assert.Equal(1, Judge(Sample.World with { TwoLeads = new HashSet<Guid> { Sample.Case.Id } }, Sample.Acknowledged()).Illegal);
        Assert.Equal(1, Judge(Sample.World with { Parked = 3 }, Sample.Acknowledged()).Illegal);
    }

    private static World Nothing() => Sample.WorldOf() with { Fed = new Dictionary<string, int>(), Heard = [] };

    private static FoundCase With(FoundEvent more) => Sample.Case with { Events = [.. Sample.Case.Events, more] };

    private static Verdict Judge(World world, Submission submission) => Oracle.Judge([submission], world, []);
}
