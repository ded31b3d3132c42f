using Hotline.Contracts.Cases;

namespace Hotline.GrainContracts.Cases;

/// <summary>A case as its grain answers it.</summary>
/// <param name="Case">The case after its last event.</param>
/// <param name="Text">The matter, masked.</param>
/// <param name="Answer">Last public answer.</param>
/// <param name="OfferId">The open offer, if a merchant is being asked.</param>
/// <param name="Secrets">Personal data; only from <see cref="ICaseGrain.Unmask"/>.</param>
/// <param name="Jurisdiction">Whose case it is; null while no unit returned it.</param>
[GenerateSerializer, Immutable, Alias("case-view")]
public sealed record CaseView(
    CaseSummary Case, string Text, string? Answer, Guid? OfferId, CaseSecrets? Secrets, JurisdictionView? Jurisdiction = null);
