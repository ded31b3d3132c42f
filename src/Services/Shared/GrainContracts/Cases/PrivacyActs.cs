namespace Hotline.GrainContracts.Cases;

/// <summary>Erases the citizen from a case at its end; for ever.</summary>
/// <param name="LegalBasis">The request or provision it rests on.</param>
[GenerateSerializer, Immutable, Alias("erase-citizen")]
public sealed record EraseCitizen(Actor By, Guid OperationId, string LegalBasis) : CaseAct(By, OperationId);
