using Hotline.Contracts.Units;

namespace Hotline.Contracts.Cases;

/// <summary>A merchant is asked to take a life service.</summary>
/// <param name="Round">1 for the first merchant asked.</param>
/// <param name="ExpiresAt">No answer until then counts as expired, and the next merchant is asked.</param>
public sealed record OfferMade(Guid OfferId, UnitRef Merchant, int Round, DateTimeOffset ExpiresAt) : CaseEvent;

/// <summary>The merchant took it.</summary>
/// <param name="ScheduledFor">When the merchant promised to come.</param>
public sealed record OfferAccepted(Guid OfferId, UnitRef Merchant, DateTimeOffset? ScheduledFor) : CaseEvent;

/// <summary>The merchant refused.</summary>
public sealed record OfferDeclined(Guid OfferId, UnitRef Merchant, int Round, string? Reason) : CaseEvent;

/// <summary>The merchant did not answer in time.</summary>
public sealed record OfferExpired(Guid OfferId, UnitRef Merchant, int Round) : CaseEvent;

/// <summary>No merchant took it within the policy's rounds: an operator must see to it.</summary>
public sealed record OffersExhausted(int Rounds) : CaseEvent;

/// <summary>The merchant did the work.</summary>
/// <param name="Price">What was charged, in the currency of the city.</param>
public sealed record ServiceDone(UnitRef Merchant, string Answer, decimal? Price) : CaseEvent;
