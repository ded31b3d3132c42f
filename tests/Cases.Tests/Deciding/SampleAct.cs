using Hotline.Cases.CaseFiles;
using Hotline.Cases.Deadlines;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>One of each act, by whoever may do it, so that nothing but the state can forbid it.</summary>
internal static class SampleAct
{
    /// <summary>Acts whose answer makes a difference, once with each.</summary>
    public static IReadOnlyList<CaseAct> All(Act act, CaseFile file) => Of(act, file) switch
    {
        VisitCase visit =>
        [
            visit,
            visit with { Answers = new VisitAnswers(false, null, null) },
            visit with { Answers = new VisitAnswers(true, false, Satisfaction.Dissatisfied), Reason = "not-solved", UnitAtFault = true },
        ],
        ReturnCase first => [first, first with { Reason = ReturnReason.OverlappingDuties, Proper = Given.Housing }],
        ReviewReturn review => [review, review with { Upheld = false, Reason = "属本单位职责" }],
        ReplyCase reply => [reply, reply with { Answer = "已处理" }],
        DispatchCase handed => [handed, handed with { Assisting = [Given.Health, Given.Housing] }],
        RecategorizeCase other => [other, other with { Lead = file.Lead ?? Given.Health }],
        ReviewAnswer review => [review, review with { Approved = false, Faults = [AnswerFault.Completeness], Remarks = "请说明何时修复" }],
        DeclineCase decline => [decline, decline with { Reason = DeclineReason.Abusive }],
        ReopenCase reopen => [reopen, reopen with { By = Given.Web }],
        WarnOfDeadline one => [.. Clocks(file).Select(of => one with { Clock = of.Clock, Assisting = of.Unit })],
        MoveDeadline one => [.. Clocks(file).Select(of => one with { Clock = of.Clock, Assisting = of.Unit })],
        MissDeadline one => [.. Clocks(file).Select(of => one with { Clock = of.Clock, Assisting = of.Unit })],
        OpenSupervision one => [.. Clocks(file).Select(of => one with { Clock = of.Clock, Assisting = of.Unit })],
        DecideExtension decide => [decide, decide with { Granted = false, Reason = "不符合条件" }],
        var single => [single],
    };

    // Those that run; where none does, one all the same, to be refused.
    private static List<(string Clock, UnitRef? Unit)> Clocks(CaseFile file)
    {
        var running = Enum.GetValues<ClockName>().Where(clock => clock != ClockName.Assist).Select(clock => (Clock: clock.Word(), Unit: (UnitRef?)null))
            .Concat((file.Summary.Assists ?? []).Select(one => (Clock: ClockName.Assist.Word(), Unit: (UnitRef?)one.Unit)))
            .Where(of => RunningClocks.Runs(of.Clock, file.Summary, of.Unit)).ToList();
        return running.Count > 0 ? running : [("handle", null)];
    }

    // One of three, so that some come and go again.
    private static CaseReference Reporter(CaseFile file) =>
        new(new CaseId(new Guid(file.Summary.Version % 3, 0, 0, new byte[8])), $"260302-00001{file.Summary.Version % 3}-0");

    // Of a unit that still owes its part, or else of one that assists.
    private static Actor Helper(CaseFile file)
    {
        var owing = (file.Summary.Assists ?? []).Where(one => one.DoneAt is null).Select(one => one.Unit);
        var helpers = owing.Concat(file.Summary.Assisting).ToList();
        return helpers.Count > 0 ? new Actor("helper", Role.Officer, helpers[0]) : Given.Operator;
    }

    // An officer of the unit who does not have it yet.
    private static string OfficerOf(CaseFile file) =>
        Given.City.Accounts.People.FirstOrDefault(person => person.Unit == file.Lead && person.Name != file.Summary.Officer)?.Name ?? "nobody";

    public static CaseAct Of(Act act, CaseFile file)
    {
        var operation = Guid.CreateVersion7();
        var staff = Given.Operator;
        var unit = file.Lead is { } lead ? new Actor("lead", Role.Officer, lead) : Given.Operator;
        return act switch
        {
            Act.Accept => new AcceptCase(staff, operation, "经核实可以受理"),
            Act.Decline => new DeclineCase(staff, operation, DeclineReason.TooVague, "不清楚", null),
            Act.Complete => new CompleteDetails(staff, operation, new SubmittedPlace("解放路8号", "jiangbei", null, null), null),
            Act.Triage => new TriageCase(staff, operation, "c", null, null, null, false, null, null),
            Act.Split => new SplitCase(staff, operation, ["260302-000003-0"]),
            Act.Recategorize => new RecategorizeCase(staff, operation, "d", false, Given.Health, [], "r2", "不是水质,是卫生"),
            Act.Dispatch => new DispatchCase(staff, operation, file.Summary.Kind == CaseKind.LifeService ? Given.Plumber : Given.Water, [], null, null),
            Act.Attach => new AttachUnit(staff, operation, file.Lead == Given.Health ? Given.Housing : Given.Health, "请协助查验水质"),
            Act.FinishAssist => new FinishAssist(Helper(file), operation, "水样检测合格"),
            Act.Sign => new SignCase(unit, operation),
            Act.Return => new ReturnCase(unit, operation, ReturnReason.NotOurDuty, "法", "不属"),
            Act.ReviewReturn => new ReviewReturn(staff, operation, true, null),
            Act.OpenDispute => new OpenDispute(staff, operation, [Given.Housing], "两家都有职责"),
            Act.State => new GiveStatement(file.Summary.Dispute is { } dispute ? new Actor("party", Role.Officer, dispute.Units[0]) : staff, operation, "不属本单位", "三定方案"),
            Act.Rule => new GiveRuling(Given.Supervisor, operation, Given.Housing, [Given.Water], "小区内管网属物业监管", "物业管理条例", null),
            Act.Contact => new ContactCitizen(unit, operation, true, null),
            Act.Note => new NoteProgress(staff, operation, "已到现场"),
            Act.Pause => new PauseCase(unit, operation, PauseReason.CitizenToAnswer, null),
            Act.Resume => new ResumeCase(staff, operation, null),
            Act.AskExtension => new AskExtension(unit, operation, 5, "条例第十二条", "管材待到货"),
            Act.DecideExtension => new DecideExtension(Given.Supervisor, operation, true, null),
            Act.AskCitizen => new AskCitizen(unit, operation, "请问水表在几楼?"),
            Act.AddInformation => new AddInformation(staff, operation, "水表在三楼"),
            Act.AddFile => new AddFile(unit, operation, new FileFacts(Guid.CreateVersion7(), "image/jpeg", 3, "00"), "现场.jpg"),
            Act.Transfer => new TransferCase(unit, operation, OfficerOf(file), "休假"),
            Act.TakeBack => new TakeBackCase(staff, operation, "逾期无人办理"),
            Act.Reply => new ReplyCase(unit, operation, "记录", "人民路水管爆裂已修复,恢复供水。", []),
            Act.Review => new ReviewAnswer(staff, operation, true, [], null),
            Act.Visit => new VisitCase(staff, operation, new VisitAnswers(true, true, Satisfaction.Satisfied), null, false),
            Act.Reopen => new ReopenCase(staff, operation, "未解决"),
            Act.Withdraw => new WithdrawCase(staff, operation, null),
            Act.Merge => new MergeCase(staff, operation, Given.Lead, file.Summary.Kind, null),
            Act.Unmerge => new UnmergeCase(staff, operation, null, "并非同一事项"),
            Act.AcceptOffer => new AcceptOffer(file.Offer is null ? staff : Given.PlumberActor, operation, Given.OfferId, null),
            Act.DeclineOffer => new DeclineOffer(file.Offer is null ? staff : Given.PlumberActor, operation, Given.OfferId, null),
            Act.FinishService => new FinishService(unit, operation, Given.OfferId, "修好了", 80),
            Act.EraseCitizen => new EraseCitizen(Given.Administrator, operation, "个人信息保护法第47条"),
            _ => OfHotline(act, file, operation),
        };
    }

    private static CaseAct OfHotline(Act act, CaseFile file, Guid operation)
    {
        var clock = file.Status switch
        {
            CaseStatus.Received or CaseStatus.Held => "accept",
            CaseStatus.Offered => "offer",
            CaseStatus.InReview => "review",
            CaseStatus.AwaitingVisit => "visit",
            CaseStatus.Disputed => "rule",
            _ => file.Summary.Reworking ? "rework" : "handle",
        };
        return act switch
        {
            Act.Hold => new HoldCase(Given.Hotline, operation, [new Finding(FindingKind.Duplicate, "260302-000002-0")]),
            Act.MakeOffer => new MakeOffer(Given.Hotline, operation, Given.OfferId, Given.Plumber, 1, Given.Monday.AddHours(2)),
            Act.ExpireOffer => new ExpireOffer(Given.Hotline, operation, Given.OfferId),
            Act.ExhaustOffers => new ExhaustOffers(Given.Hotline, operation, 3),
            Act.WarnOfDeadline => new WarnOfDeadline(Given.Hotline, operation, clock, Given.Monday.AddHours(2)),
            Act.MoveDeadline => new MoveDeadline(Given.Hotline, operation, clock, Given.Monday.AddHours(8)),
            Act.MissDeadline => new MissDeadline(Given.Hotline, operation, clock, Given.Monday),
            Act.AnswerSupervision => new AnswerSupervision(Given.Supervisor, operation, "管材缺货,明日到货后抢修"),
            Act.OpenSupervision => new OpenSupervision(Given.Hotline, operation, clock, 1, Given.Monday),
            Act.AddReporter => new AddReporter(Given.Hotline, operation, Reporter(file), file.Summary.Version),
            Act.RemoveReporter => new RemoveReporter(Given.Hotline, operation, Reporter(file), file.Summary.Version),
            Act.AnswerFollower => new AnswerFollower(Given.Hotline, operation, file.Summary.MergedInto ?? Given.Lead, Given.Water, "已修复"),
            _ => throw new InvalidOperationException($"Say how {act} is done."),
        };
    }
}
