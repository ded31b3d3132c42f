using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reading;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cases.Exporting;

/// <summary>Everything of one citizen (PIPL Art. 45).</summary>
/// <param name="At">When it was asked for.</param>
public sealed record CitizenExport(DateTimeOffset At, IReadOnlyList<ExportedCase> Cases);

/// <summary>A case in clear, with its record.</summary>
public sealed record ExportedCase(
    string Number,
    CaseStatus Status,
    CaseKind Kind,
    CaseType Type,
    string? Category,
    Channel Channel,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ClosedAt,
    CloseOutcome? Outcome,
    DateTimeOffset? ErasedAt,
    string? Name,
    string? Phone,
    string? Enterprise,
    string? Address,
    double? Latitude,
    double? Longitude,
    string? Title,
    string? Text,
    UnitRef? Lead,
    string? Answer,
    VisitAnswers? Visit,
    IReadOnlyList<TimelineEntry> Timeline)
{
    internal static ExportedCase Of(CaseFile file, IEnumerable<CaseEvent> happened)
    {
        var (summary, citizen) = (file.Summary, file.Citizen);
        return new(
            summary.Number, summary.Status, summary.Kind, summary.Type, summary.Category, summary.Channel, summary.ReceivedAt, summary.ClosedAt, summary.Outcome,
            summary.ErasedAt, citizen?.Name, citizen?.Phone, summary.Citizen.Enterprise, citizen?.Address, citizen?.Latitude, citizen?.Longitude,
            citizen?.Title, citizen?.Text, summary.Lead, file.Answer, summary.Visit, [.. happened.Select(TimelineEntry.Of)]);
    }
}
