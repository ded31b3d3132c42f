using Hotline.Cases.Advising;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Reading;

/// <summary>A case as the API answers it: masked, whoever asks. In clear it is answered by <c>POST …/unmask</c> only.</summary>
/// <param name="Id">UUID of the case.</param>
/// <param name="Number">Number for people.</param>
/// <param name="Version">Version of the case; grows by one with every event.</param>
/// <param name="Supervisions">督办 that waits for an answer (<c>answer-supervision</c>), one a clock; absent while none does.</param>
/// <param name="Dispute">职能交叉 on the docket; absent unless the case is disputed.</param>
/// <param name="Jurisdiction">Whose case it is: returns, statements of units, the ruling; absent while no unit returned it.</param>
/// <param name="MergedInto">并单: number of the lead case whose answer is this one's.</param>
/// <param name="Followers">Cases that follow this one.</param>
/// <param name="IncidentUntil">An incident: until then reports about it are looked for.</param>
/// <param name="ErasedAt">Since when nothing is known of the citizen any more.</param>
/// <param name="Officer">User name of the officer who handles it at the lead unit.</param>
/// <param name="Question">What the citizen was asked and has not answered.</param>
/// <param name="Findings">What screening found; for staff.</param>
/// <param name="Draft">Answer under review; for staff and the lead unit.</param>
/// <param name="Files">Files that were added.</param>
/// <param name="SplitFrom">Number of the case of which this is a part.</param>
/// <param name="SplitInto">Numbers of the cases that parts of it became.</param>
/// <param name="Proposal">Who should get the case by the routing rules, and why; for staff, until it is handed over.</param>
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
    IReadOnlyList<Assist>? Assists,
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
    IReadOnlyList<Supervision>? Supervisions,
    Dispute? Dispute,
    JurisdictionView? Jurisdiction,
    string? MergedInto,
    int Followers,
    DateTimeOffset? IncidentUntil,
    DateTimeOffset? ErasedAt,
    Guid? Offer,
    string? Officer,
    string? Question,
    IReadOnlyList<Finding>? Findings,
    AnswerDraft? Draft,
    IReadOnlyList<FileResponse>? Files,
    string? SplitFrom,
    IReadOnlyList<string>? SplitInto,
    Proposal? Proposal,
    IReadOnlyDictionary<string, string> Links)
{
    /// <summary>Whom the citizen has to call at once; only in the answer to a matter just taken in.</summary>
    public IReadOnlyList<EmergencyCall>? Calls { get; init; }

    /// <summary>What the caller may see without saying why: of a sealed matter nothing but the answer, and that only in its lane.</summary>
    public static CaseResponse Of(CaseView view, Caller caller)
    {
        var c = view.Case;
        var open = MayOpen(c, caller);
        // Who does the work, and what is owed within the administration, is not the citizen's concern.
        var citizen = caller.Is(Role.Channel);
        return new CaseResponse(
            c.CaseId.Value, c.Number, c.Version, c.Status, c.Kind, c.Type, c.Urgency, c.Category, c.Channel, c.Sealed,
            c.Sealed ? CaseSummary.Hidden : c.Title,
            c.Sealed ? CaseSummary.Hidden : view.Text,
            CitizenResponse.Of(c, caller),
            PlaceResponse.Of(c),
            c.Lead, c.Assisting, citizen ? null : c.Assists, c.OccurredAt, c.ReceivedAt, c.AcceptedAt, c.DispatchedAt, c.ContactedAt, c.RepliedAt, c.ClosedAt,
            c.Outcome, open ? view.Answer : null, c.Visit, c.Redos, PauseResponse.Of(c), c.Extension, citizen || c.Supervision is null ? null : [.. c.Supervisions()], citizen ? null : c.Dispute,
            open && !citizen ? view.Jurisdiction : null, c.MergedInto?.Number, c.Followers, c.IncidentUntil, c.ErasedAt, view.OfferId,
            citizen ? null : c.Officer,
            open ? view.Question : null,
            open && IsStaff(caller) ? view.Findings : null,
            open && (IsStaff(caller) || Leads(c, caller)) ? view.Draft : null,
            open && view.Files is not null ? VisibleFiles.Of(view, caller).Select(file => FileResponse.Of(file, c.Number)).ToList() : null,
            c.SplitFrom,
            view.SplitInto,
            IsStaff(caller) ? view.Proposal : null,
            LinksOf(c.Number));
    }

    /// <summary>Whether what was said in the case is for the caller. Sealed lanes: the expert in charge, the supervisor, the desk while the case lies there,
    /// and the front end that must tell the citizen the answer.</summary>
    internal static bool MayOpen(CaseSummary summary, Caller caller) =>
        !summary.Sealed
        || caller.Is(Role.Supervisor | Role.Channel)
        || caller.Is(Role.Operator) && Permissions.LiesOnDesk(summary)
        || Leads(summary, caller);

    private static bool Leads(CaseSummary summary, Caller caller) => Permissions.UnitOf(caller.Roles, caller.Unit) is { } unit && unit == summary.Lead;

    private static bool IsStaff(Caller caller) => caller.Is(Role.Operator | Role.Supervisor | Role.Administrator | Role.Auditor);

    private static Dictionary<string, string> LinksOf(string number) => new()
    {
        ["self"] = $"/api/v1/cases/{number}",
        ["timeline"] = $"/api/v1/cases/{number}/timeline",
        ["records"] = $"/api/v1/cases/{number}/records",
        ["letters"] = $"/api/v1/cases/{number}/letters",
        ["clock"] = $"/api/v1/cases/{number}/clock",
        ["handOvers"] = $"/api/v1/cases/{number}/hand-overs",
        ["cluster"] = $"/api/v1/cases/{number}/cluster",
    };
}

/// <summary>A file of the case.</summary>
/// <param name="Name">As it was sent, masked as the matter itself.</param>
/// <param name="Type">Media type, found in its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="By">Unit that added it; absent for the hotline's desk and the citizen.</param>
/// <param name="Link">Where to read it.</param>
public sealed record FileResponse(Guid Id, string? Name, string Type, long Size, string Sha256, UnitRef? By, DateTimeOffset At, string Link)
{
    public static FileResponse Of(NamedFile file, string number) => new(
        file.Facts.Id, file.Name, file.Facts.Type, file.Facts.Size, file.Facts.Sha256, file.By, file.At, $"/api/v1/cases/{number}/files/{file.Facts.Id}");
}

/// <summary>挂起: the case waits, and no clock runs.</summary>
public sealed record PauseResponse(DateTimeOffset Since, PauseReason Reason)
{
    public static PauseResponse? Of(CaseSummary summary) =>
        summary is { PausedAt: { } since, PauseReason: { } reason } ? new PauseResponse(since, reason) : null;
}

/// <summary>The citizen, masked; nothing of a sealed case, and nothing for a unit from which the citizen stays hidden.</summary>
public sealed record CitizenResponse(string? Name, string? Phone, bool Anonymous, bool HideIdentity, string? Enterprise)
{
    public static CitizenResponse Of(CaseSummary summary, Caller caller)
    {
        var citizen = summary.Citizen;
        var shown = !summary.Sealed && !(citizen.HideIdentity && caller.Unit is not null);
        return new(
            shown ? citizen.MaskedName : null, shown ? citizen.MaskedPhone : null, citizen.Anonymous, citizen.HideIdentity, shown ? citizen.Enterprise : null);
    }
}

/// <summary>The place: the street and about a kilometer.</summary>
public sealed record PlaceResponse(string? Address, string? Area, double? Latitude, double? Longitude)
{
    public static PlaceResponse Of(CaseSummary summary) => summary.Sealed
        ? new(null, summary.Area, null, null)
        : new(summary.MaskedAddress, summary.Area, summary.Latitude, summary.Longitude);
}
