using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_case_is_opened_again
{
    // By the channel that submitted it, or by the link of a notice.
    private static readonly Actor[] Citizens = [Given.Web, Given.Hotline];

    [Fact]
    public void It_goes_back_to_whoever_handled_it()
    {
        var closed = Given.A(CaseStatus.Closed);

        foreach (var citizen in Citizens)
        {
            var reopened = Assert.IsType<CaseReopened>(Assert.Single(Reopen(closed, citizen, Days(Given.City.Visits.ReopenDays)).Events));
            Assert.Equal(Given.Water, reopened.Unit);
        }

        var after = Given.After(closed, Given.Web, new CaseReopened("又漏了", Given.Water));
        Assert.Equal((CaseStatus.InProgress, Given.Water), (after.Status, after.Lead!.Value));
        Assert.Null(after.Summary.Outcome);
    }

    [Fact]
    public void The_citizen_has_the_policys_days_and_staff_any_time()
    {
        var late = Days(Given.City.Visits.ReopenDays).AddMinutes(1);

        Assert.All(Citizens, citizen => Assert.Equal("reopen-too-late", Reopen(Given.A(CaseStatus.Closed), citizen, late).Error?.Code));
        Assert.Null(Reopen(Given.A(CaseStatus.Closed), Given.Operator, late.AddYears(5)).Error);
    }

    [Fact]
    public void A_refusal_is_appealed_within_days_of_its_own_and_a_person_decides()
    {
        var declined = Given.A(CaseStatus.Declined);
        var late = Days(Given.City.Visits.AppealDays).AddMinutes(1);

        foreach (var citizen in Citizens)
        {
            Assert.IsType<AppealLodged>(Assert.Single(Reopen(declined, citizen, Given.Monday.AddDays(1)).Events));
            Assert.Equal("appeal-too-late", Reopen(declined, citizen, late).Error?.Code);
        }

        var appealed = Given.After(declined, Given.Web, new AppealLodged("有新证据"));
        Assert.Equal((CaseStatus.Held, null), (appealed.Status, appealed.Summary.Findings));
        Assert.Equal("finding-needs-reason", Decide(appealed, new AcceptCase(Given.Operator, Guid.CreateVersion7())).Error?.Code);
        var granted = Given.After(appealed, Given.Operator, [.. Decide(appealed, new AcceptCase(Given.Operator, Guid.CreateVersion7(), "确有新证据")).Events]);
        Assert.Equal((CaseStatus.Accepted, Given.Monday, null), (granted.Status, granted.Summary.AcceptedAt, granted.Summary.AppealedAt));
    }

    [Fact]
    public void There_is_one_appeal_and_staff_may_overturn_a_refusal_at_any_time()
    {
        var appealed = Given.After(Given.A(CaseStatus.Declined), Given.Web, new AppealLodged("有新证据"));
        var stands = Given.After(appealed, Given.Operator, [.. Decide(appealed, new DeclineCase(Given.Operator, Guid.CreateVersion7(), DeclineReason.Abusive, "维持", null)).Events]);

        Assert.False(stands.Summary.Unreasonable);
        Assert.All(Citizens, citizen => Assert.Equal("appeal-decided", Reopen(stands, citizen, Given.Monday.AddDays(1)).Error?.Code));
        Assert.Equal([typeof(CaseReopened), typeof(CaseAccepted)], Reopen(stands, Given.Operator, Days(400)).Events.Select(one => one.GetType()));
    }

    [Fact]
    public void What_it_was_declined_for_no_longer_holds_after_an_appeal()
    {
        var abusive = Given.After(Given.A(CaseStatus.Held), Given.Operator, new FindingsDecided([FindingKind.Abusive], "辱骂"), new CaseDeclined(DeclineReason.Abusive, "辱骂", null));
        Assert.True(abusive.Summary.Unreasonable);
        var reopened = Assert.IsType<CaseReopened>(Reopen(abusive, Given.Operator, Given.Monday.AddDays(1)).Events[0]);
        Assert.True(reopened.Appealed is true);
        Assert.False(Given.After(abusive, Given.Operator, reopened).Summary.Unreasonable);

        Assert.Null(Assert.IsType<CaseReopened>(Assert.Single(Reopen(Given.A(CaseStatus.Closed), Given.Operator, Given.Monday.AddDays(1)).Events)).Appealed);
    }

    [Fact]
    public void Another_channel_may_not() => Assert.Equal(
        "case-hidden", Reopen(Given.A(CaseStatus.Closed), Given.Web with { Subject = "app" }, Given.Monday).Error?.Code);

    [Fact]
    public void The_citizens_words_are_masked_and_sealed_as_they_were_said()
    {
        var reopened = Assert.IsType<CaseReopened>(Assert.Single(Reopen(Given.A(CaseStatus.Closed), Given.Web, Given.Monday, "我是张三,请打13812348000").Events));

        Assert.Equal(("我是张*,请打138****8000", "我是张三,请打13812348000"), (reopened.Reason, reopened.Secrets?.Text));
    }

    [Fact]
    public void After_a_redo_and_a_reopening_the_citizen_is_asked_again()
    {
        var again = Given.After(
            Given.A(CaseStatus.Closed), Given.Web, new CaseReopened("又漏了", Given.Water), new CaseReplied(Given.Water, "已更换", []));

        Assert.Equal((CaseStatus.AwaitingVisit, 0), (again.Status, again.VisitAttempts.Count));
    }

    private static Decision Decide(CaseFile file, CaseAct act) => CaseDecisions.Decide(file, act, Given.City, Given.Monday);

    private static DateTimeOffset Days(int days) => Given.Monday.AddDays(days);

    private static Decision Reopen(CaseFile file, Actor by, DateTimeOffset now, string reason = "未解决") =>
        CaseDecisions.Decide(file, new ReopenCase(by, Guid.CreateVersion7(), reason), Given.City, now);
}
