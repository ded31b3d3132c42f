using Hotline.Cases.Acting;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_deadline_is_told
{
    [Fact]
    public void What_is_due_later_now_was_not_missed()
    {
        var late = Given.After(
            Given.A(CaseStatus.Signed), Given.Hotline, new DeadlineMissed("contact", Given.Monday, Given.Water), new SupervisionOpened("contact", 1, Given.Monday, Given.Water));

        foreach (var (due, isLate) in new[] { (Given.Monday.AddHours(8), false), (Given.Monday.AddHours(-1), true) })
        {
            var told = CaseDecisions.Decide(late, new MoveDeadline(Given.Hotline, Guid.CreateVersion7(), "contact", due), Given.City, Given.Monday);
            var after = Given.After(late, Given.Hotline, [.. told.Events]);
            Assert.Equal((isLate, isLate), (after.Missed is not null, after.Summary.Supervision is not null));
        }
    }

    [Fact]
    public void A_missed_deadline_is_put_on_record_for_the_unit_that_leads()
    {
        var decision = Miss("handle", CaseStatus.Signed, Given.Monday.AddHours(2));

        Assert.Equal([new DeadlineMissed("handle", Given.Monday.AddHours(1), Given.Water)], decision.Events);
    }

    [Fact]
    public void It_is_never_told_early() =>
        Assert.Equal("deadline-not-due", Miss("handle", CaseStatus.Signed, Given.Monday.AddMinutes(59)).Error?.Code);

    [Theory]
    [InlineData("sign", CaseStatus.Signed)]
    [InlineData("contact", CaseStatus.InProgress)]
    [InlineData("handle", CaseStatus.AwaitingVisit)]
    [InlineData("accept", CaseStatus.Accepted)]
    [InlineData("visit", CaseStatus.Closed)]
    public void A_unit_is_not_urged_for_what_it_has_done(string clock, CaseStatus status) =>
        Assert.Equal("illegal-transition", Miss(clock, status, Given.Monday.AddHours(2)).Error?.Code);

    private static CaseFiles.Decision Miss(string clock, CaseStatus status, DateTimeOffset now) => CaseDecisions.Decide(
        Given.A(status), new MissDeadline(Given.Hotline, Guid.CreateVersion7(), clock, Given.Monday.AddHours(1)), Given.City, now);
}
