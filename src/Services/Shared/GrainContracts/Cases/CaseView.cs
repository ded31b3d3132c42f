using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.GrainContracts.Cases;

/// <summary>A case as its grain answers it.</summary>
/// <param name="Case">The case after its last event.</param>
/// <param name="Text">The matter, masked.</param>
/// <param name="Answer">Last public answer.</param>
/// <param name="OfferId">The open offer, if a merchant is being asked.</param>
/// <param name="Secrets">Personal data; only from <see cref="ICaseGrain.Unmask"/>.</param>
/// <param name="Jurisdiction">Whose case it is; null while no unit returned it.</param>
/// <param name="Findings">What screening found, decided or not; null when nothing.</param>
/// <param name="Draft">An answer under review; not the citizen's to see.</param>
/// <param name="Question">What the citizen was asked and has not answered.</param>
/// <param name="Files">Files that were added; null when none.</param>
/// <param name="SplitInto">Numbers of the cases that parts of the matter became; null when none.</param>
/// <param name="Proposal">Who should get the case; null once it was handed over, or when no rule says so.</param>
[GenerateSerializer, Immutable, Alias("case-view")]
public sealed record CaseView(
    CaseSummary Case,
    string Text,
    string? Answer,
    Guid? OfferId,
    CaseSecrets? Secrets,
    JurisdictionView? Jurisdiction = null,
    IReadOnlyList<Finding>? Findings = null,
    AnswerDraft? Draft = null,
    string? Question = null,
    IReadOnlyList<NamedFile>? Files = null,
    IReadOnlyList<string>? SplitInto = null,
    Proposal? Proposal = null);

/// <summary>Who should get the case, by the city's routing rules.</summary>
/// <param name="Rule">Rule that says so, e.g. <c>R-016@1</c>.</param>
/// <param name="Why">The rule in words.</param>
[GenerateSerializer, Immutable, Alias("proposal")]
public sealed record Proposal(UnitRef Lead, IReadOnlyList<UnitRef> Assisting, string? Rule, string? Why);

/// <summary>A file of a case.</summary>
/// <param name="Name">Masked as the matter itself; null once the citizen was erased.</param>
/// <param name="By">Unit that added it; null for the hotline's desk and the citizen.</param>
/// <param name="FromCitizen">It came by the channel that submitted the matter.</param>
[GenerateSerializer, Immutable, Alias("named-file")]
public sealed record NamedFile(FileFacts Facts, string? Name, UnitRef? By, DateTimeOffset At, bool FromCitizen);
