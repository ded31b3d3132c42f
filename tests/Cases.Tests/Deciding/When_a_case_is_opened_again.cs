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
    public void A_refusal_is_appealed_within_days_of_its_own_and_goes_to_the_desk()
    {
        var declined = Given.A(CaseStatus.Declined);
        var late = Days(Given.City.Visits.AppealDays).AddMinutes(1);

        foreach (var citizen in Citizens)
        {
            Assert.Null(Assert.IsType<CaseReopened>(Assert.Single(Reopen(declined, citizen, Given.Monday.AddDays(1)).Events)).Unit);
            Assert.Equal("appeal-too-late", Reopen(declined, citizen, late).Error?.Code);
        }

        Assert.Null(Reopen(declined, Given.Operator, late).Error);
        Assert.Equal(CaseStatus.Accepted, Given.After(declined, Given.Web, new CaseReopened("有新证据", null, Appealed: true)).Status);
    }

    [Fact]
    public void What_it_was_declined_for_no_longer_holds_after_an_appeal()
    {
        var abusive = Given.After(Given.A(CaseStatus.Held), Given.Operator, new FindingsDecided([FindingKind.Abusive], "辱骂"), new CaseDeclined(DeclineReason.Abusive, "辱骂", null));
        Assert.True(abusive.Summary.Unreasonable);
        var reopened = Assert.IsType<CaseReopened>(Assert.Single(Reopen(abusive, Given.Operator, Given.Monday.AddDays(1)).Events));
        Assert.True(reopened.Appealed is true);
        Assert.False(Given.After(abusive, Given.Operator, reopened).Summary.Unreasonable);

        Assert.Null(Assert.IsType<CaseReopened>(Assert.Single(Reopen(Given.A(CaseStatus.Closed), Given.Operator, Given.Monday.AddDays(1)).Events)).Appealed);
    }

    [Fact]
    public void Another_channel_may_not() => Assert.Equal(
        "case-hidden", Reopen(Given.A(CaseStatus.Closed), Given.Web with { Subject = "app" }, Given.Monday).Error?.Code);

    [Fact]
    public void Numbers_in_the_citizens_words_stay_off_the_bus() => Assert.Equal(
        "请打138****8000",
        Assert.IsType<CaseReopened>(Assert.Single(Reopen(Given.A(CaseStatus.Closed), Given.Web, Given.Monday, "请打13812348000").Events)).Reason);

    [Fact]
    public void After_a_redo_and_a_reopening_the_citizen_is_asked_again()
    {
        var again = Given.After(
            Given.A(CaseStatus.Closed), Given.Web, new CaseReopened("又漏了", Given.Water), new CaseReplied(Given.Water, "已更换", []));

        Assert.Equal((CaseStatus.AwaitingVisit, 0), (again.Status, again.VisitAttempts.Count));
    }

    private static DateTimeOffset Days(int days) => Given.Monday.AddDays(days);

    private static Decision Reopen(CaseFile file, Actor by, DateTimeOffset now, string reason = "未解决") =>
        CaseDecisions.Decide(file, new ReopenCase(by, Guid.CreateVersion7(), reason), Given.City, now);
}
