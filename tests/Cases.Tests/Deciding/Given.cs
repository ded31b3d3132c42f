using Hotline.Cases.CaseFiles;
using Hotline.Cases.Receiving;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>Cases by their history.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    public static readonly UnitRef Water = UnitRef.Department("water");
    public static readonly UnitRef Housing = UnitRef.Department("housing");
    public static readonly UnitRef Inspection = UnitRef.Department("inspection");
    public static readonly UnitRef Health = UnitRef.Department("health");
    public static readonly UnitRef Plumber = UnitRef.Merchant("m001");
    public static readonly UnitRef Doctor = UnitRef.Expert("doc01");
    public static readonly CaseReference Lead = new(new CaseId(new Guid("00000000-0000-0000-0000-0000000000c1")), "260302-000007-1");
    public static readonly Guid OfferId = new("00000000-0000-0000-0000-0000000000a1");

    public static readonly Actor Operator = new("operator", Role.Operator);
    public static readonly Actor Supervisor = new("boss", Role.Supervisor);
    public static readonly Actor Administrator = new("admin", Role.Administrator);
    public static readonly Actor WaterOfficer = new("officer.water", Role.Officer, Water);
    public static readonly Actor HousingOfficer = new("officer.housing", Role.Officer, Housing);
    public static readonly Actor Inspector = new("officer.inspection", Role.Officer, Inspection);
    public static readonly Actor PlumberActor = new("merchant.m001", Role.Merchant, Plumber);
    public static readonly Actor DoctorActor = new("expert.doc01", Role.Expert, Doctor);
    public static readonly Actor Web = new("web", Role.Channel, null, Channel.Web);
    public static readonly Actor Hotline = Actor.System("test");

    /// <summary>The city every decision is made in.</summary>
    public static City City { get; } = City.Load(Path.Combine(RepositoryFolder(), "cities", "demo"));

    public static CaseFile Received(CaseKind kind = CaseKind.Efficiency, bool hideIdentity = false, bool isSealed = false) =>
        After(null, Web, [.. ReceiveDecision.Decide(
            new CaseId(Guid.CreateVersion7()), Submission(kind, hideIdentity) with { Sealed = isSealed }, phone => phone, City.Screening, Monday)]);

    /// <summary>A case of a line in a state, by the shortest history that leads there.</summary>
    public static CaseFile A(CaseStatus status, CaseKind kind = CaseKind.Efficiency) => status switch
    {
        CaseStatus.Received => Received(kind),
        CaseStatus.Held => After(Received(kind), Hotline, new CaseHeld([new Finding(FindingKind.Abusive, "混蛋"), new Finding(FindingKind.Repeated, "260301-000001-0")])),
        CaseStatus.Accepted => After(Received(kind), Operator, new CaseAccepted(null)),
        CaseStatus.Declined => After(Received(kind), Operator, new CaseDeclined(DeclineReason.OutOfPower, "法院事务", "12368")),
        CaseStatus.Triaged => After(A(CaseStatus.Accepted, kind), Operator, new CaseTriaged("c", kind, CaseType.Complaint, Urgency.General, false, Water, "r")),
        CaseStatus.Offered => After(A(CaseStatus.Accepted, CaseKind.LifeService), Hotline, new OfferMade(OfferId, Plumber, 1, Monday.AddMinutes(15))),
        CaseStatus.Dispatched => After(A(CaseStatus.Triaged, kind), Operator, new CaseDispatched(Water, [], "r", null, 1)),
        CaseStatus.Assigned => After(A(CaseStatus.Offered), PlumberActor, new OfferAccepted(OfferId, Plumber, null)),
        CaseStatus.Signed => After(A(CaseStatus.Dispatched, kind), WaterOfficer, new CaseSigned(Water)),
        CaseStatus.InProgress => After(A(CaseStatus.Signed, kind), WaterOfficer, new CitizenContacted(Water, true)),
        CaseStatus.Returned => After(A(CaseStatus.Dispatched, kind), WaterOfficer, new CaseReturned(Water, ReturnReason.NotOurDuty, "三定方案", "不属水务")),
        CaseStatus.Disputed => After(
            A(CaseStatus.Dispatched, kind),
            WaterOfficer,
            new CaseReturned(Water, ReturnReason.OverlappingDuties, "三定方案", "住建也管", Housing),
            new DisputeOpened([Water, Housing], Inspection, null)),
        CaseStatus.InReview => After(A(CaseStatus.InProgress, kind), WaterOfficer, new AnswerSubmitted(Water, "已处理", [], [AnswerFault.Completeness])),
        CaseStatus.AwaitingVisit => After(A(CaseStatus.InProgress, kind), WaterOfficer, new CaseReplied(Water, "已修复", [])),
        CaseStatus.Closed => After(A(CaseStatus.AwaitingVisit, kind), Operator, new CaseClosed(CloseOutcome.Solved)),
        CaseStatus.Merged => After(A(CaseStatus.Triaged, kind), Operator, new CaseMerged(Lead, null, null)),
    };

    public static CaseFile After(CaseFile? file, Actor by, params CaseEvent[] events) =>
        Stamping.Stamp(file?.Summary.CaseId ?? new CaseId(Guid.CreateVersion7()), file, events, by, Monday).After;

    public static ReceiveCase Submission(CaseKind kind, bool hideIdentity = false) => new(
        Web, "fingerprint", "260302-000001-0", Channel.Web, kind, CaseType.Complaint, Urgency.General, null, false,
        "水管爆裂", "人民路12号水管爆裂,电话13812348000", new SubmittedCitizen("张三", "13812348000", false, hideIdentity, null),
        new SubmittedPlace("人民路12号3幢501室", null, 29.123456, 120.654321), null, null);

    private static string RepositoryFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hotline.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run inside the repository.");
        return folder;
    }
}
