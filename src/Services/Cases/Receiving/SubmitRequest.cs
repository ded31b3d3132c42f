using Hotline.Contracts.Cases;

namespace Hotline.Cases.Receiving;

/// <summary>A matter as a channel posts it.</summary>
/// <param name="Kind">Line; from the category when absent, else efficiency until triage.</param>
/// <param name="Type">Nature; from the category when absent.</param>
/// <param name="Category">Category code of the city's tree, if the citizen chose one.</param>
/// <param name="Title">1–200 characters.</param>
/// <param name="Text">The matter in the citizen's words, 1–20,000 characters.</param>
/// <param name="OccurredAt">When it happened; not in the future.</param>
/// <param name="ReceivedAt">When it was taken in elsewhere; for import clients only.</param>
/// <param name="Urgency">As staff judge it at once; from the category when absent. A matter that speaks of an emergency is urgent until triage.</param>
public sealed record SubmitRequest(
    CaseKind? Kind,
    CaseType? Type,
    string? Category,
    string? Title,
    string? Text,
    CitizenRequest? Citizen,
    PlaceRequest? Place,
    DateTimeOffset? OccurredAt,
    DateTimeOffset? ReceivedAt,
    Urgency? Urgency = null);

/// <summary>Who submits. Name or phone is needed unless anonymous.</summary>
/// <param name="Anonymous">No identity is kept.</param>
/// <param name="HideIdentity">Keep the identity from the unit that handles the matter.</param>
/// <param name="Enterprise">Name of the enterprise, for enterprise callers.</param>
public sealed record CitizenRequest(string? Name, string? Phone, bool Anonymous = false, bool HideIdentity = false, string? Enterprise = null);

/// <summary>Where. Coordinates are WGS-84 degrees, both or none.</summary>
/// <param name="Area">Area code of the city.</param>
public sealed record PlaceRequest(string? Address, string? Area, double? Latitude, double? Longitude);
