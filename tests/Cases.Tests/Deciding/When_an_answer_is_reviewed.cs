using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_an_answer_is_reviewed
{
    private const string Good = "人民路水管爆裂已于3月2日修复,恢复供水。";

    [Fact]
    public void A_sound_answer_goes_out_at_once() => Assert.IsType<CaseReplied>(Assert.Single(Reply(Given.A(CaseStatus.InProgress), Good).Events));

    [Theory]
    [InlineData("人民路水管爆裂,马上处理", AnswerFault.Explanation)]
    [InlineData("已处理", AnswerFault.Completeness)]
    [InlineData("网友您好,您反映的幼儿园收费问题已转交教育局调查", AnswerFault.Relevance)]
    public void What_rules_find_goes_to_the_reviewer(string answer, AnswerFault fault)
    {
        var submitted = Assert.IsType<AnswerSubmitted>(Assert.Single(Reply(Given.A(CaseStatus.InProgress), answer).Events));

        Assert.Contains(fault, submitted.Faults);
    }

    [Fact]
    public void A_category_may_want_a_reader_or_a_file()
    {
        var arrears = Of("labor.pay.arrears");
        Assert.Empty(Assert.IsType<AnswerSubmitted>(Assert.Single(Reply(arrears, Good).Events)).Faults);

        var dumping = Of("city.sanitation.garbage");
        Assert.Equal([AnswerFault.Proof], Assert.IsType<AnswerSubmitted>(Assert.Single(Reply(dumping, Good).Events)).Faults);
        var photo = new AddFile(Given.WaterOfficer, Guid.CreateVersion7(), new FileFacts(Guid.CreateVersion7(), "image/jpeg", 3, "00"), "现场.jpg");
        Assert.IsType<CaseReplied>(Assert.Single(Reply(Given.After(dumping, Given.WaterOfficer, [.. Decide(dumping, photo).Events]), Good).Events));
    }

    [Fact]
    public void The_citizen_gets_what_was_approved_and_nothing_before()
    {
        var inReview = Given.A(CaseStatus.InReview);
        Assert.Null(inReview.Answer);

        var approved = Given.After(inReview, Given.Supervisor, [.. Decide(inReview, new ReviewAnswer(Given.Supervisor, Guid.CreateVersion7(), true, [], null)).Events]);

        Assert.Equal((CaseStatus.AwaitingVisit, "已处理"), (approved.Status, approved.Answer));
    }

    [Fact]
    public void What_is_sent_back_is_done_again_without_more_time()
    {
        var inReview = Given.A(CaseStatus.InReview);
        var back = Given.After(inReview, Given.Supervisor, [.. Decide(inReview, new ReviewAnswer(Given.Supervisor, Guid.CreateVersion7(), false, [AnswerFault.Completeness], "何时修复?")).Events]);

        Assert.Equal(CaseStatus.InProgress, back.Status);
        Assert.Equal("extension-not-for-rework", Decide(back, new AskExtension(Given.WaterOfficer, Guid.CreateVersion7(), 3, "条例", "等材料")).Error?.Code);
        // Whoever sent it back reads it again.
        Assert.Empty(Assert.IsType<AnswerSubmitted>(Assert.Single(Reply(back, Good).Events)).Faults);
    }

    [Fact]
    public void Proof_of_what_was_done_is_of_this_time_and_not_of_the_time_before()
    {
        var photo = new FileAdded(Given.Water, new FileFacts(Guid.CreateVersion7(), "image/jpeg", 3, "00"));
        var proven = Given.After(Of("city.sanitation.garbage"), Given.WaterOfficer, photo);
        Assert.IsType<CaseReplied>(Assert.Single(Reply(proven, Good).Events));

        var again = proven with { Summary = proven.Summary with { HandlingSince = Given.Monday.AddDays(3) } };
        Assert.Equal([AnswerFault.Proof], Assert.IsType<AnswerSubmitted>(Assert.Single(Reply(again, Good).Events)).Faults);
    }

    [Fact]
    public void What_was_answered_elsewhere_keeps_its_time_under_review_too()
    {
        var imported = Imported();
        var answered = Given.Monday.AddMinutes(-30);

        Assert.Equal(answered, Assert.IsType<CaseReplied>(Assert.Single(Reply(imported, Good, answered).Events)).AnsweredAt);
        var inReview = Given.After(imported, Given.WaterOfficer, [.. Reply(imported, "已处理", answered).Events]);
        var approved = Given.After(inReview, Given.Supervisor, [.. Decide(inReview, new ReviewAnswer(Given.Supervisor, Guid.CreateVersion7(), true, [], null)).Events]);
        Assert.Equal((CaseStatus.AwaitingVisit, answered, Given.Monday), (approved.Status, approved.Summary.AnsweredAt, approved.Summary.RepliedAt));

        // Should the citizen want more, the next answer has its own time.
        var again = Given.After(approved, Given.Operator, new RedoOrdered(Given.Water, null), new CaseReplied(Given.Water, Good, []));
        Assert.Null(again.Summary.AnsweredAt);
    }

    [Theory, InlineData(CloseOutcome.OutOfPower), InlineData(CloseOutcome.Unfounded)]
    public void That_nothing_can_be_done_is_reviewed_and_how_the_case_ends_unless_the_citizen_was_helped_all_the_same(CloseOutcome outcome)
    {
        var inReview = Given.After(Given.A(CaseStatus.InProgress), Given.WaterOfficer, [.. Reply(Given.A(CaseStatus.InProgress), Good, outcome: outcome).Events]);
        Assert.Equal((CaseStatus.InReview, outcome), (inReview.Status, inReview.Draft?.Outcome));

        var approved = Given.After(inReview, Given.Supervisor, [.. Decide(inReview, new ReviewAnswer(Given.Supervisor, Guid.CreateVersion7(), true, [], null)).Events]);

        Assert.Equal(outcome, Ends(approved, solved: false));
        Assert.Equal(CloseOutcome.Solved, Ends(approved, solved: true));
    }

    [Fact]
    public void A_public_answer_names_its_citizen_to_nobody_and_gives_the_number_of_whoever_comes()
    {
        var replied = Assert.IsType<CaseReplied>(Assert.Single(Reply(Given.A(CaseStatus.InProgress), "张三您好:人民路水管爆裂已于3月2日修复,恢复供水。有事请拨抢修人员13900001111。").Events));

        Assert.Equal("张*您好:人民路水管爆裂已于3月2日修复,恢复供水。有事请拨抢修人员13900001111。", replied.Answer);
        Assert.StartsWith("张三您好", replied.Secrets?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Merchants_and_experts_do_not_say_that_nothing_can_be_done()
    {
        var refused = Decide(Given.A(CaseStatus.Assigned), new ReplyCase(Given.PlumberActor, Guid.CreateVersion7(), null, Good, [], null, CloseOutcome.Unfounded));

        Assert.Equal(("outcome-of-department", "outcome"), (refused.Error?.Code, refused.Error?.Field));
    }

    [Theory]
    [InlineData(Channel.Web, -30, "import-only")]
    [InlineData(Channel.Import, -180, "before-receipt")]
    [InlineData(Channel.Import, 120, "in-the-future")]
    public void Nobody_dates_an_answer_as_they_like(Channel channel, int minutes, string code)
    {
        var file = Imported();
        file = file with { Summary = file.Summary with { Channel = channel } };

        var refused = Reply(file, Good, Given.Monday.AddMinutes(minutes)).Error;

        Assert.Equal((code, "answeredAt"), (refused?.Code, refused?.Field));
    }

    private static CaseFile Imported()
    {
        var file = Given.A(CaseStatus.InProgress);
        return file with { Summary = file.Summary with { Channel = Channel.Import, ReceivedAt = Given.Monday.AddHours(-1) } };
    }

    private static CaseFile Of(string category)
    {
        var file = Given.A(CaseStatus.InProgress);
        return file with { Summary = file.Summary with { Category = category } };
    }

    private static Decision Reply(CaseFile file, string answer, DateTimeOffset? answeredAt = null, CloseOutcome? outcome = null) =>
        Decide(file, new ReplyCase(Given.WaterOfficer, Guid.CreateVersion7(), null, answer, [], answeredAt, outcome));

    private static CloseOutcome Ends(CaseFile file, bool solved) => Assert.Single(Decide(
        file, new VisitCase(Given.Operator, Guid.CreateVersion7(), new VisitAnswers(true, solved, Satisfaction.Neutral), "…", false)).Events.OfType<CaseClosed>()).Outcome;

    private static Decision Decide(CaseFile file, CaseAct act) => CaseDecisions.Decide(file, act, Given.City, Given.Monday.AddHours(1));
}
