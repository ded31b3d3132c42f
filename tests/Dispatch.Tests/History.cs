using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Dispatch.Tests;

/// <summary>The events of one case, written as they would come over the bus.</summary>
internal sealed class History
{
    private CaseSummary _case;

    public History(CaseKind kind = CaseKind.Efficiency, string? category = "utilities.water.main-burst", string? area = null)
    {
        var id = new CaseId(Guid.CreateVersion7());
        _case = new CaseSummary
        {
            CaseId = id,
            Number = "261123-" + id.Value.ToString("N")[^6..] + "-0",
            Version = 0,
            Status = CaseStatus.Received,
            Kind = kind,
            Type = CaseType.HelpRequest,
            Urgency = Urgency.General,
            Channel = Channel.Web,
            Category = category,
            Area = area,
            Title = "A main burst",
            Citizen = new CitizenSummary("张*", "138****8000", "hash", false, false, null),
            ReceivedAt = new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero),
        };
    }

    public List<CaseEvent> Events { get; } = [];

    public CaseId Id => _case.CaseId;

    public string Number => _case.Number;

    public CaseSummary Case => _case;

    /// <summary>Appends an event; <paramref name="after"/> says what it makes of the case.</summary>
    public T Add<T>(T happened, Func<CaseSummary, CaseSummary>? after = null)
        where T : CaseEvent
    {
        _case = (after?.Invoke(_case) ?? _case) with { Version = _case.Version + 1 };
        var stamped = happened with
        {
            CaseId = _case.CaseId,
            Number = _case.Number,
            Version = _case.Version,
            At = _case.ReceivedAt.AddMinutes(_case.Version),
            Actor = "operator:test",
            Case = _case,
        };
        Events.Add(stamped);
        return stamped;
    }

    public History Received()
    {
        Add(new CaseReceived("text", "print", "web"));
        return this;
    }

    public History Accepted()
    {
        Add(new CaseAccepted(null), one => one with { Status = CaseStatus.Accepted });
        return this;
    }

    public CaseDispatched Dispatched(string lead, int round = 1, params string[] assisting) => Add(
        new CaseDispatched(UnitRef.Department(lead), [.. assisting.Select(UnitRef.Department)], "R-1@1", null, round),
        one => one with { Status = CaseStatus.Dispatched, Lead = UnitRef.Department(lead), Assisting = [.. assisting.Select(UnitRef.Department)] });

    public CaseSigned Signed(string by) => Add(new CaseSigned(UnitRef.Department(by)), one => one with { Status = CaseStatus.Signed });

    public CaseReturned Returned(string by) => Add(
        new CaseReturned(UnitRef.Department(by), ReturnReason.NotOurDuty, "§ 3", "not ours"),
        one => one with { Status = CaseStatus.Returned, Lead = null, Assisting = [] });

    public DisputeOpened Disputed(params string[] units) => Add(
        new DisputeOpened([.. units.Select(UnitRef.Department)], UnitRef.Department("inspection"), null), one => one with { Status = CaseStatus.Disputed });

    public RulingGiven Ruled(string lead, RulingScope? scope = null, string reasons = "§ 5 names it") =>
        Add(new RulingGiven(UnitRef.Department(lead), [], reasons, "§ 5", scope));

    public CaseReplied Replied(string by) => Add(
        new CaseReplied(UnitRef.Department(by), "repaired", []), one => one with { Status = CaseStatus.AwaitingVisit });

    public CaseMerged Merged(string from) => Add(
        new CaseMerged(new CaseReference(new CaseId(Guid.CreateVersion7()), "261123-000007-1"), UnitRef.Department(from), null),
        one => one with { Status = CaseStatus.Merged, Lead = null, Assisting = [] });

    public ReporterJoined Joined() => Add(
        new ReporterJoined(new CaseReference(new CaseId(Guid.CreateVersion7()), "261123-000008-2"), 3),
        one => one with { Followers = one.Followers + 1 });

    public CaseClosed Closed() => Add(
        new CaseClosed(CloseOutcome.Solved), one => one with { Status = CaseStatus.Closed, Outcome = CloseOutcome.Solved });
}
