using Hotline.Contracts.Cases;

namespace Hotline.GrainContracts.Cases;

/// <summary>A matter as a channel submits it, checked for shape.</summary>
/// <param name="Fingerprint">Hash of the request body.</param>
/// <param name="Number">Case number to use should this be the first time the matter is seen.</param>
/// <param name="ReceivedAt">When the channel took it; import clients may name a time in the past.</param>
/// <param name="IncidentUntil">Makes it an incident, opened ahead of its reports, until then.</param>
/// <param name="SplitFrom">Number of the case of which this is a part.</param>
/// <param name="Submitter">Channel client whose matter it is, when somebody else sends it; null for whoever sends it.</param>
[GenerateSerializer, Immutable, Alias("receive-case")]
public sealed record ReceiveCase(
    Actor By,
    string Fingerprint,
    string Number,
    Channel Channel,
    CaseKind Kind,
    CaseType Type,
    Urgency Urgency,
    string? Category,
    bool Sealed,
    string Title,
    string Text,
    SubmittedCitizen Citizen,
    SubmittedPlace? Place,
    DateTimeOffset? OccurredAt,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset? IncidentUntil = null,
    string? SplitFrom = null,
    string? Submitter = null);

/// <summary>The citizen as submitted, in clear.</summary>
[GenerateSerializer, Immutable, Alias("submitted-citizen")]
public sealed record SubmittedCitizen(string? Name, string? Phone, bool Anonymous, bool HideIdentity, string? Enterprise);

/// <summary>The place as submitted. Coordinates are WGS-84 degrees.</summary>
[GenerateSerializer, Immutable, Alias("submitted-place")]
public sealed record SubmittedPlace(string? Address, string? Area, double? Latitude, double? Longitude);
