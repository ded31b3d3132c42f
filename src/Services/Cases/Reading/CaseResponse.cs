using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Reading;

/// <summary>A case as the API answers it, masked for whoever asks.</summary>
/// <param name="Id">UUID of the case.</param>
/// <param name="Number">Number for people.</param>
/// <param name="Version">Version of the case; grows by one with every event.</param>
/// <param name="Dispute">职能交叉 on the docket; absent unless the case is disputed.</param>
/// <param name="Jurisdiction">Whose case it is: returns, statements of units, the ruling; absent while no unit returned it.</param>
/// <param name="MergedInto">并单: number of the lead case whose answer is this one's.</param>
/// <param name="Followers">Cases that follow this one.</param>
/// <param name="IncidentUntil">An incident: until then reports about it are looked for.</param>
/// <param name="Links">Where to go from here.</param>
public sealed record CaseResponse(
    Guid Id,
    string Number,
    int Version,
    CaseStatus Status,
    CaseKind Kind,
    CaseType Type,
    Urgency Urgency,
    string? Category,
    Channel Channel,
    bool Sealed,
    string Title,
    string Text,
    CitizenResponse Citizen,
    PlaceResponse Place,
    UnitRef? Lead,
    IReadOnlyList<UnitRef> Assisting,
    DateTimeOffset? OccurredAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? DispatchedAt,
    DateTimeOffset? ContactedAt,
    DateTimeOffset? RepliedAt,
    DateTimeOffset? ClosedAt,
    CloseOutcome? Outcome,
    string? Answer,
    VisitAnswers? Visit,
    int Redos,
    PauseResponse? Pause,
    Extension? Extension,
    Dispute? Dispute,
    JurisdictionView? Jurisdiction,
    string? MergedInto,
    int Followers,
    DateTimeOffset? IncidentUntil,
    Guid? Offer,
    IReadOnlyDictionary<string, string> Links)
{
    private const string Hidden = "***";

    /// <summary>What the caller may see: the citizen in clear if the grain gave it out, a sealed matter only to its lane.</summary>
    public static CaseResponse Of(CaseView view, Caller caller)
    {
        var c = view.Case;
        var open = !c.Sealed || MayOpen(caller, c);
        var secrets = open ? view.Secrets : null;
        return new CaseResponse(
            c.CaseId.Value, c.Number, c.Version, c.Status, c.Kind, c.Type, c.Urgency, c.Category, c.Channel, c.Sealed,
            open ? secrets?.Title ?? c.Title : Hidden,
            open ? secrets?.Text ?? view.Text : Hidden,
            CitizenResponse.Of(c.Citizen, secrets, open),
            PlaceResponse.Of(c, secrets, open),
            c.Lead, c.Assisting, c.OccurredAt, c.ReceivedAt, c.AcceptedAt, c.DispatchedAt, c.ContactedAt, c.RepliedAt, c.ClosedAt,
            c.Outcome, open ? view.Answer : null, c.Visit, c.Redos, PauseResponse.Of(c), c.Extension, c.Dispute,
            open ? view.Jurisdiction : null, c.MergedInto?.Number, c.Followers, c.IncidentUntil, view.OfferId, LinksOf(c.Number));
    }

    // Confidential lanes: the expert in charge, the supervisor, and the desks that take the call and hand it over.
    private static bool MayOpen(Caller caller, CaseSummary summary) =>
        caller.Is(Role.Supervisor | Role.Operator | Role.Channel) || caller.Unit is { } unit && unit == summary.Lead;

    private static Dictionary<string, string> LinksOf(string number) => new()
    {
        ["self"] = $"/api/v1/cases/{number}",
        ["timeline"] = $"/api/v1/cases/{number}/timeline",
        ["clock"] = $"/api/v1/cases/{number}/clock",
        ["cluster"] = $"/api/v1/cases/{number}/cluster",
    };
}

/// <summary>挂起: the case waits, and no clock runs.</summary>
public sealed record PauseResponse(DateTimeOffset Since, PauseReason Reason)
{
    public static PauseResponse? Of(CaseSummary summary) =>
        summary is { PausedAt: { } since, PauseReason: { } reason } ? new PauseResponse(since, reason) : null;
}

/// <summary>The citizen: in clear or masked, as the reader may see.</summary>
public sealed record CitizenResponse(string? Name, string? Phone, bool Anonymous, bool HideIdentity, string? Enterprise)
{
    public static CitizenResponse Of(CitizenSummary citizen, CaseSecrets? secrets, bool open) => new(
        open ? secrets?.Name ?? citizen.MaskedName : null,
        open ? secrets?.Phone ?? citizen.MaskedPhone : null,
        citizen.Anonymous,
        citizen.HideIdentity,
        open ? citizen.Enterprise : null);
}

/// <summary>The place: exact for who must go there, else the street and about a kilometer.</summary>
public sealed record PlaceResponse(string? Address, string? Area, double? Latitude, double? Longitude)
{
    public static PlaceResponse Of(CaseSummary summary, CaseSecrets? secrets, bool open) => new(
        open ? secrets?.Address ?? summary.MaskedAddress : null,
        summary.Area,
        open ? secrets?.Latitude ?? summary.Latitude : null,
        open ? secrets?.Longitude ?? summary.Longitude : null);
}
