namespace Hotline.Ledger.Appending;

/// <summary>One entry of the ledger as stored.</summary>
/// <param name="Number">Case number; on version 1 only.</param>
/// <param name="Data">The event as JSON text, exactly as hashed.</param>
/// <param name="Sealed">Encrypted personal data of the event.</param>
/// <param name="Operation">Operation id of the act that made the event.</param>
/// <param name="Hash">SHA-256 over the entry and the hash before it.</param>
/// <param name="Trace">W3C traceparent of the request that made the event; outside of the chain.</param>
public sealed record LedgerRow(
    Guid CaseId, int Version, string Type, string? Number, string Data, byte[]? Sealed, DateTimeOffset At, string Actor, Guid Operation, byte[] Hash, string? Trace = null);
