using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Receiving;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using static Hotline.Contracts.Cases.FindingKind;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_a_matter_is_screened
{
    [Theory]
    [InlineData("楼上着火了", "邻居家起火,浓烟进了楼道,请快来人", Emergency)]
    [InlineData("对判决不服", "法院判决以后对方一直不履行,请政府处理", OutOfPower)]
    [InlineData("物业的人态度差", "物业那些混蛋把门口堵死了,请处理", Abusive)]
    [InlineData("超市卖过期牛奶", "买到过期牛奶一盒,要求退一赔十,否则继续投诉", PrivateGain)]
    [InlineData("不好", "快来", TooVague)]
    [InlineData("有问题请处理", "您好,请有关部门尽快帮忙解决一下,谢谢领导!", TooVague)]
    [InlineData("Help", "Hello, please do something, there is a problem. Thank you!", TooVague)]
    [InlineData("举报邻居", "邻居王某违章搭建,身份证330702198001011234,请处理", OthersPersonalData)]
    [InlineData("Fire", "There is a house on fire at the corner of Binjiang road", Emergency)]
    public void What_its_words_tell_holds_it(string title, string text, FindingKind kind)
    {
        var events = Receive(title, text);

        Assert.IsType<CaseReceived>(events[0]);
        var held = Assert.IsType<CaseHeld>(events[1]);
        Assert.Contains(kind, held.Findings.Select(finding => finding.Kind));
        Assert.All(held.Findings, finding => Assert.NotEmpty(finding.Evidence));
        Assert.DoesNotContain(held.Findings, finding => finding.Evidence.Contains("330702", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("小区停水", "小区停水两天,物业说不知道原因,我的电话13812348000")]
    [InlineData("Fireworks at night", "Fireworks are set off every night near Binjiang road")]
    [InlineData("路灯不亮", "法院路口的路灯坏了一周,晚上看不见")]
    public void A_plain_matter_is_not_held(string title, string text) => Assert.IsType<CaseReceived>(Assert.Single(Receive(title, text)));

    [Fact]
    public void Who_accepts_says_what_the_findings_mean()
    {
        var held = Given.A(CaseStatus.Held);

        Assert.Equal("finding-needs-reason", Decide(held, new AcceptCase(Given.Operator, Guid.CreateVersion7())).Error?.Code);
        Assert.Equal("finding-unknown", Decide(held, new AcceptCase(Given.Operator, Guid.CreateVersion7(), "受理", [TooVague])).Error?.Code);
        var decided = Assert.IsType<FindingsDecided>(Decide(held, new AcceptCase(Given.Operator, Guid.CreateVersion7(), "言语激烈,但漏水属实", [Abusive])).Events[0]);
        Assert.Equal([Abusive], decided.Upheld);

        var accepted = Given.After(held, Given.Operator, [decided, new CaseAccepted(null)]);
        Assert.Null(accepted.Summary.Findings);
        Assert.True(accepted.Summary.Unreasonable);
        Assert.Equal(2, accepted.Findings.Count);
    }

    [Fact]
    public void Declined_for_a_reason_upholds_the_findings_that_agree_with_it()
    {
        var decision = Decide(Given.A(CaseStatus.Held), new DeclineCase(Given.Operator, Guid.CreateVersion7(), DeclineReason.Duplicate, "与260301-000001-0为同一事项", null));

        Assert.Equal([Repeated], Assert.IsType<FindingsDecided>(decision.Events[0]).Upheld);
        Assert.IsType<CaseDeclined>(decision.Events[1]);
    }

    [Fact]
    public void Abuse_that_no_rule_saw_but_a_person_did_is_on_the_record()
    {
        var decline = new DeclineCase(Given.Operator, Guid.CreateVersion7(), DeclineReason.Abusive, "多次辱骂话务员", null);

        Assert.Equal([Abusive], Assert.IsType<FindingsDecided>(Decide(Given.Received(), decline).Events[0]).Upheld);
        Assert.Equal([Abusive, PrivateGain], Assert.IsType<FindingsDecided>(Decide(Given.A(CaseStatus.Held), decline with { Reason = DeclineReason.PrivateGain, Upheld = [Abusive] }).Events[0]).Upheld);
        Assert.IsType<CaseDeclined>(Assert.Single(Decide(Given.Received(), decline with { Reason = DeclineReason.TooVague }).Events));
    }

    [Theory]
    [InlineData("对判决不服", "法院判决以后对方一直不履行,请政府处理", "法院")]
    [InlineData("Court judgment", "The court ruling was never carried out, please help", "court")]
    public void Where_to_go_is_told_by_the_matter_when_staff_say_nothing(string title, string text, string expected)
    {
        var held = Given.After(null, Given.Web, [.. Receive(title, text)]);

        var declined = Decide(held, new DeclineCase(Given.Operator, Guid.CreateVersion7(), DeclineReason.OutOfPower, "…", null)).Events.OfType<CaseDeclined>().Single();

        Assert.Contains(expected, declined.WhereToGo, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_danger_is_urgent_until_triage_unless_it_is_imported()
    {
        Assert.Equal(Urgency.Urgent, Receive("楼上着火了", "邻居家起火,浓烟进了楼道,请快来人")[0].Case.Urgency);
        Assert.Equal(Urgency.General, Receive("楼上着火了", "邻居家起火,浓烟进了楼道,请快来人", Channel.Import)[0].Case.Urgency);
    }

    [Fact]
    public void What_is_found_about_it_later_holds_it_once()
    {
        var found = new HoldCase(Given.Hotline, Guid.CreateVersion7(), [new Finding(Duplicate, "260302-000002-0")]);
        var held = Given.After(Given.Received(), Given.Hotline, [.. Decide(Given.Received(), found).Events]);

        Assert.Equal(CaseStatus.Held, held.Status);
        Assert.Equal("found-before", Decide(held, found with { OperationId = Guid.CreateVersion7() }).Error?.Code);
    }

    private static IReadOnlyList<CaseEvent> Receive(string title, string text, Channel channel = Channel.Web) => ReceiveDecision.Decide(
        new CaseId(Guid.CreateVersion7()), Given.Submission(CaseKind.Efficiency) with { Title = title, Text = text, Channel = channel }, phone => phone, Given.City.Screening, Given.Monday);

    private static Decision Decide(CaseFile file, CaseAct act) => CaseDecisions.Decide(file, act, Given.City, Given.Monday.AddHours(1));
}
