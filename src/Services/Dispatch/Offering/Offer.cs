using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Dispatch.Offering;

/// <summary>Where an offer stands.</summary>
internal enum OfferState
{
    /// <summary>About to be made: the case has not agreed yet.</summary>
    Planned,

    /// <summary>The merchant is asked.</summary>
    Open,

    /// <summary>The merchant has the job.</summary>
    Accepted,
    Declined,
    Expired,

    /// <summary>The work is done; the citizen is called back.</summary>
    Done,

    /// <summary>The case is at its end.</summary>
    Closed,

    /// <summary>The case went another way before or after the answer.</summary>
    Void,
}

/// <summary>One offer.</summary>
/// <param name="Cascade">Version of the event that opened the cascade; nobody is asked twice within one.</param>
/// <param name="Version">Version of the case behind the state.</param>
/// <param name="Summary">The case as of that version.</param>
internal sealed record Offer(
    Guid OfferId,
    CaseId CaseId,
    string Number,
    UnitRef Merchant,
    int Round,
    int Cascade,
    OfferState State,
    int Version,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? ScheduledFor,
    decimal? Price,
    CaseSummary Summary);
