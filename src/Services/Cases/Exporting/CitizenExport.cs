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
    IReadOnlyList<ExportedWords> Said,
    IReadOnlyList<ExportedFile> Files,
    IReadOnlyList<TimelineEntry> Timeline)
{
    internal static ExportedCase Of(CaseFile file, IReadOnlyList<CaseEvent> happened)
    {
        var (summary, citizen) = (file.Summary, file.Citizen);
        return new(
            summary.Number, summary.Status, summary.Kind, summary.Type, summary.Category, summary.Channel, summary.ReceivedAt, summary.ClosedAt, summary.Outcome,
            summary.ErasedAt, citizen?.Name, citizen?.Phone, summary.Citizen.Enterprise, citizen?.Address, citizen?.Latitude, citizen?.Longitude,
            citizen?.Title, citizen?.Text, summary.Lead, file.Answer, summary.Visit, [.. happened.Select(ExportedWords.Of).OfType<ExportedWords>()],
            [.. happened.OfType<FileAdded>().Select(added => ExportedFile.Of(added, summary.Number))], [.. happened.Select(TimelineEntry.Of)]);
    }
}

/// <summary>What the citizen said after the matter was taken in, or was told, as it was said: the record has it masked.</summary>
/// <param name="Version">Entry of the record.</param>
public sealed record ExportedWords(int Version, string Event, DateTimeOffset At, string Text)
{
    internal static ExportedWords? Of(CaseEvent happened) => happened is not CaseReceived && happened.Secrets?.Text is { } text
        ? new(happened.Version, CaseEventTypes.NameOf(happened.GetType()), happened.At, text)
        : null;
}

/// <summary>A file of the case; its content is read by the link.</summary>
/// <param name="Name">As it was sent; null once the citizen was erased.</param>
/// <param name="By">Unit that added it; null for the hotline's desk and the citizen.</param>
public sealed record ExportedFile(Guid Id, string? Name, string Type, long Size, string Sha256, UnitRef? By, DateTimeOffset At, string Link)
{
    internal static ExportedFile Of(FileAdded added, string number) => new(
        added.File.Id, added.Secrets?.FileName, added.File.Type, added.File.Size, added.File.Sha256, added.By, added.At, $"/api/v1/cases/{number}/files/{added.File.Id}");
}
