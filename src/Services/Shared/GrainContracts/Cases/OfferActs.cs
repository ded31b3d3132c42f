using Hotline.Contracts.Units;

namespace Hotline.GrainContracts.Cases;

/// <summary>Asks a merchant. By the dispatch service, on an accepted life service without an open offer.</summary>
[GenerateSerializer, Immutable, Alias("make-offer")]
public sealed record MakeOffer(Actor By, Guid OperationId, Guid OfferId, UnitRef Merchant, int Round, DateTimeOffset ExpiresAt) : CaseAct(By, OperationId);

/// <summary>The merchant takes the offer.</summary>
[GenerateSerializer, Immutable, Alias("accept-offer")]
public sealed record AcceptOffer(Actor By, Guid OperationId, Guid OfferId, DateTimeOffset? ScheduledFor) : CaseAct(By, OperationId);

/// <summary>The merchant refuses the offer.</summary>
[GenerateSerializer, Immutable, Alias("decline-offer")]
public sealed record DeclineOffer(Actor By, Guid OperationId, Guid OfferId, string? Reason) : CaseAct(By, OperationId);

/// <summary>Nobody answered the offer in time. By the dispatch service.</summary>
[GenerateSerializer, Immutable, Alias("expire-offer")]
public sealed record ExpireOffer(Actor By, Guid OperationId, Guid OfferId) : CaseAct(By, OperationId);

/// <summary>No merchant is left to ask. By the dispatch service.</summary>
[GenerateSerializer, Immutable, Alias("exhaust-offers")]
public sealed record ExhaustOffers(Actor By, Guid OperationId, int Rounds) : CaseAct(By, OperationId);

/// <summary>The merchant did the work.</summary>
/// <param name="Answer">What was done, for the citizen.</param>
/// <param name="Price">What was charged, in the currency of the city.</param>
[GenerateSerializer, Immutable, Alias("finish-service")]
public sealed record FinishService(Actor By, Guid OperationId, Guid OfferId, string Answer, decimal? Price) : CaseAct(By, OperationId);
