using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_case_waits
{
    [Fact]
    public void Only_what_does_not_go_on_with_it_is_possible()
    {
        var paused = Paused(Given.A(CaseStatus.InProgress));

        foreach (var act in new CaseAct[]
        {
            new ReplyCase(Given.WaterOfficer, Guid.CreateVersion7(), null, "答复", []),
            new AskExtension(Given.WaterOfficer, Guid.CreateVersion7(), 5, "法", "因"),
            new MissDeadline(Given.Hotline, Guid.CreateVersion7(), "handle", Given.Monday),
            new PauseCase(Given.WaterOfficer, Guid.CreateVersion7(), PauseReason.ForceMajeure, null),
        })
            Assert.Equal("case-paused", Decide(paused, act).Error?.Code);

        foreach (var act in new CaseAct[]
        {
            new ContactCitizen(Given.WaterOfficer, Guid.CreateVersion7(), true, null),
            new NoteProgress(Given.WaterOfficer, Guid.CreateVersion7(), "等回复"),
            new WithdrawCase(Given.Operator, Guid.CreateVersion7(), null),
            new ResumeCase(Given.Operator, Guid.CreateVersion7(), null),
        })
            Assert.Null(Decide(paused, act).Error);
    }

    [Fact]
    public void It_goes_on_where_it_stood_once_it_is_resumed()
    {
        var paused = Paused(Given.A(CaseStatus.InProgress));
        var resumed = Given.After(paused, Given.Operator, [.. Decide(paused, new ResumeCase(Given.Operator, Guid.CreateVersion7(), null)).Events]);

        Assert.Equal((CaseStatus.InProgress, null), (resumed.Status, resumed.Summary.PausedAt));
        Assert.Null(Decide(resumed, new ReplyCase(Given.WaterOfficer, Guid.CreateVersion7(), null, "答复", [])).Error);
    }

    [Fact]
    public void Another_unit_and_staff_cannot_pause_what_a_unit_has()
    {
        var file = Given.A(CaseStatus.InProgress);
        Assert.Equal("act-forbidden", Decide(file, new PauseCase(Given.Operator, Guid.CreateVersion7(), PauseReason.CitizenToAnswer, null)).Error?.Code);
        Assert.Null(Decide(Given.A(CaseStatus.Triaged), new PauseCase(Given.Operator, Guid.CreateVersion7(), PauseReason.CitizenToAnswer, null)).Error);
    }

    [Fact]
    public void A_wait_is_over_when_the_matter_is_taken_back()
    {
        var paused = Paused(Given.A(CaseStatus.InProgress));
        var closed = Given.After(paused, Given.Operator, [.. Decide(paused, new WithdrawCase(Given.Operator, Guid.CreateVersion7(), null)).Events]);
        Assert.Equal((CaseStatus.Closed, null), (closed.Status, closed.Summary.PausedAt));
    }

    [Theory]
    [InlineData(0, "validation")]
    [InlineData(11, "validation")]
    [InlineData(10, null)]
    public void More_time_is_asked_for_within_the_city_s_bounds(int workingDays, string? refused)
    {
        var decision = Decide(Given.A(CaseStatus.InProgress), Ask(workingDays));
        Assert.Equal(refused is null, decision.Error is null);
        if (refused is not null)
            Assert.Equal("workingDays", decision.Error?.Field);
    }

    [Fact]
    public void More_time_is_asked_for_once_and_before_it_is_due()
    {
        var file = Given.A(CaseStatus.InProgress);
        Assert.Equal("extension-too-late", CaseDecisions.Decide(file, Ask(5), Given.City, Given.Monday.AddDays(60)).Error?.Code);
        var asked = Given.After(file, Given.WaterOfficer, [.. Decide(file, Ask(5)).Events]);
        Assert.Equal("extension-asked-before", Decide(asked, Ask(5)).Error?.Code);
    }

    [Fact]
    public void Only_a_supervisor_gives_more_time_and_the_new_due_time_is_told()
    {
        var file = Given.A(CaseStatus.InProgress);
        var asked = Given.After(file, Given.WaterOfficer, [.. Decide(file, Ask(5)).Events]);
        var grant = new DecideExtension(Given.Supervisor, Guid.CreateVersion7(), true, null);

        Assert.Equal("act-forbidden", Decide(asked, grant with { By = Given.WaterOfficer }).Error?.Code);
        var granted = Assert.IsType<ExtensionGranted>(Decide(asked, grant).Events.Single());
        // A complaint, 15 working days from Monday 2 March 2026, and five more: 30 March at the end of the day.
        Assert.Equal(5, granted.WorkingDays);
        Assert.Equal(new DateOnly(2026, 3, 30), Given.City.Calendar.LocalDate(granted.DueAt));
        Assert.Equal("extension-not-asked", Decide(Given.After(asked, Given.Supervisor, granted), grant).Error?.Code);
    }

    private static AskExtension Ask(int workingDays) => new(Given.WaterOfficer, Guid.CreateVersion7(), workingDays, "条例第十二条", "管材待到货");

    private static Decision Decide(CaseFile file, CaseAct act) => CaseDecisions.Decide(file, act, Given.City, Given.Monday.AddHours(1));

    private static CaseFile Paused(CaseFile file) => Given.After(
        file, Given.WaterOfficer, [.. Decide(file, new PauseCase(Given.WaterOfficer, Guid.CreateVersion7(), PauseReason.CitizenToAnswer, null)).Events]);
}
