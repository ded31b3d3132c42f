using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;

namespace Hotline.GrainContracts.Dispatch;

/// <summary>加盟商: what a merchant did and how it stands. Services, prices and hours are the city's data. Key: <see cref="KeyOf"/>.</summary>
[Alias("merchant")]
public interface IMerchantGrain : IGrainWithStringKey
{
    /// <summary>The key of a merchant's grain.</summary>
    static string KeyOf(string code) => "mer-" + code;

    /// <summary>How the merchant stands now.</summary>
    /// <returns>The standing; or <c>unit-unknown</c> when the city has no such merchant.</returns>
    [Alias("standing"), Orleans.Concurrency.ReadOnly]
    Task<Outcome<MerchantStanding>> Standing(CancellationToken cancellationToken);

    /// <summary>Adds what the ledger says the merchant did. The same fact a second time changes nothing.</summary>
    [Alias("record")]
    Task<Outcome<MerchantStanding>> Record(MerchantFact fact, CancellationToken cancellationToken);

    /// <summary>Goes on or off duty within the registered hours. By the merchant, or by staff for it.</summary>
    [Alias("set-duty")]
    Task<Outcome<MerchantStanding>> SetDuty(Actor by, bool onDuty, CancellationToken cancellationToken);

    /// <summary>Suspends a merchant whatever its credit, or ends that. By a supervisor.</summary>
    /// <param name="reason">Why it is suspended; null ends the suspension.</param>
    [Alias("suspend")]
    Task<Outcome<MerchantStanding>> Suspend(Actor by, string? reason, CancellationToken cancellationToken);
}

/// <summary>Where credit puts a merchant: below a threshold of the city it is warned, then suspended, then expelled.</summary>
public enum CreditStanding { Good, Warned, Suspended, Expelled }

/// <summary>How a merchant stands.</summary>
/// <param name="OnDuty">Its own switch; the registered hours apply besides.</param>
/// <param name="SuspendedFor">Why a supervisor suspended it; null when none did.</param>
/// <param name="Credit">Points.</param>
/// <param name="OpenJobs">Jobs taken and not done.</param>
/// <param name="RecentOffers">Offers within the city's window of fairness.</param>
/// <param name="Rated">Return visits whose answer counts for the merchant.</param>
/// <param name="Satisfied">Of these, satisfied or better.</param>
/// <param name="Entries">The latest moves of its credit, newest first.</param>
[GenerateSerializer, Immutable, Alias("merchant-standing")]
public sealed record MerchantStanding(
    string Code,
    bool OnDuty,
    string? SuspendedFor,
    CreditStanding Standing,
    int Credit,
    int OpenJobs,
    int RecentOffers,
    int Rated,
    int Satisfied,
    IReadOnlyList<CreditEntry> Entries)
{
    /// <summary>May get offers.</summary>
    public bool Available => OnDuty && SuspendedFor is null && Standing < CreditStanding.Suspended;
}

/// <summary>One move of a merchant's credit and its cause.</summary>
/// <param name="Number">Case behind it.</param>
/// <param name="Cause">Word of the city's credit policy, e.g. <c>OfferExpired</c>.</param>
/// <param name="Points">What it moved.</param>
/// <param name="Balance">Points after it.</param>
[GenerateSerializer, Immutable, Alias("credit-entry")]
public sealed record CreditEntry(string Number, int Version, string Cause, int Points, int Balance, DateTimeOffset At);

/// <summary>What a merchant did, or what was done to it.</summary>
public enum MerchantDeed { WasOffered, Accepted, Declined, LetExpire, Finished, WasRated, JobEnded, JobReturned }

/// <summary>A fact of the ledger that concerns a merchant.</summary>
/// <param name="Version">Version of the case: with it, the identity of the fact.</param>
/// <param name="PriceKept">On <see cref="MerchantDeed.Finished"/>: the price stayed within the registered one; null when none was told.</param>
/// <param name="Satisfaction">On <see cref="MerchantDeed.WasRated"/>.</param>
/// <param name="AtFault">On <see cref="MerchantDeed.WasRated"/>: dissatisfaction is the merchant's fault.</param>
[GenerateSerializer, Immutable, Alias("merchant-fact")]
public sealed record MerchantFact(
    MerchantDeed Deed,
    CaseId CaseId,
    string Number,
    int Version,
    DateTimeOffset At,
    bool? PriceKept = null,
    Satisfaction? Satisfaction = null,
    bool AtFault = false);
