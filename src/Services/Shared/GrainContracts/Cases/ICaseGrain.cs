using Hotline.GrainContracts.Results;

namespace Hotline.GrainContracts.Cases;

/// <summary>One case; the only writer of its events. Key: <see cref="Contracts.Cases.CaseId.GrainKey"/>.</summary>
/// <remarks>
/// Every act is idempotent by its operation id: repeated, it answers the case without acting again. Calls are at most once,
/// so a caller that gets no answer repeats with the same id. Expected failures are values; a storage failure throws and drops the activation.
/// </remarks>
[Alias("case")]
public interface ICaseGrain : IGrainWithStringKey
{
    /// <summary>Takes a matter in. The first append needs no read: the ledger's primary key refuses a second.</summary>
    /// <returns>The case; or <c>idempotency-key-reused</c> when the key came with another body.</returns>
    [Alias("receive")]
    Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken);

    /// <summary>Performs an act on the case.</summary>
    /// <returns>The case after it; or <c>case-unknown</c>, <c>act-forbidden</c>, <c>illegal-transition</c> and the act's own errors.</returns>
    [Alias("perform")]
    Task<Outcome<CaseView>> Perform(CaseAct act, CancellationToken cancellationToken);

    /// <summary>What <see cref="Perform"/> would answer, without doing it: for acts that prepare something elsewhere first.</summary>
    /// <returns>The case as it stands; or the error.</returns>
    [Alias("rehearse")]
    Task<Outcome<CaseView>> Rehearse(CaseAct act, CancellationToken cancellationToken);

    /// <summary>The case as it stands, masked.</summary>
    [Alias("read")]
    Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken);

    /// <summary>The cases that go on with this one.</summary>
    [Alias("followers")]
    Task<Outcome<CaseFollowers>> Followers(CancellationToken cancellationToken);

    /// <summary>The case with the citizen in clear. Whoever calls this writes down why, before anything is shown.</summary>
    /// <returns>The case; or <c>unmask-forbidden</c>, <c>citizen-erased</c>.</returns>
    [Alias("unmask")]
    Task<Outcome<CaseView>> Unmask(Actor reader, CancellationToken cancellationToken);
}
