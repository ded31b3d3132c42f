using System.Diagnostics;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Crashing;
using Hotline.Ledger.Relaying;
using Hotline.Ledger.Secrets;

namespace Hotline.Ledger.Appending;

/// <summary>Where a case stands in the ledger: what the next append continues.</summary>
/// <param name="Version">Version of the last entry; 0 for a case that does not exist yet.</param>
/// <param name="Hash">Hash of the last entry.</param>
/// <param name="Key">Data key; null once the citizen was erased.</param>
public sealed record LedgerHead(int Version, byte[] Hash, DataKey? Key)
{
    /// <summary>Before the first entry.</summary>
    public static LedgerHead Empty { get; } = new(0, HashChain.Start, null);
}

/// <summary>One event with the operation that made it.</summary>
public sealed record RecordedEvent(CaseEvent Event, Guid Operation);

/// <summary>Reads and appends events of cases: JSON, encryption and hash chain over <see cref="EventTable"/>.</summary>
public sealed class CaseLedger(EventTable table, MasterKeys masters, RelaySignal signal, CrashPoints crash)
{
    /// <summary>Every event of the case in order, with personal data opened while its key exists.</summary>
    public async Task<(IReadOnlyList<RecordedEvent> Events, LedgerHead Head)> Load(CaseId caseId, CancellationToken cancellationToken)
    {
        var stored = await table.Load(caseId.Value, cancellationToken);
        if (stored.Rows.Count == 0)
            return ([], LedgerHead.Empty);
        var key = stored.Key is null ? null : DataKey.Unwrap(caseId, stored.Key, masters);
        var events = stored.Rows.Select(row => new RecordedEvent(Open(caseId, row, key), row.Operation)).ToList();
        return (events, new LedgerHead(stored.Rows[^1].Version, stored.Rows[^1].Hash, key));
    }

    /// <summary>Whether somebody has appended behind a head.</summary>
    public Task<bool> HasMore(CaseId caseId, LedgerHead head, CancellationToken cancellationToken) =>
        table.Has(caseId.Value, head.Version + 1, cancellationToken);

    /// <summary>Appends stamped events behind a head; on success the new head.</summary>
    public async Task<(AppendResult Result, LedgerHead Head)> Append(
        LedgerHead head, IReadOnlyList<CaseEvent> events, Guid operation, CancellationToken cancellationToken)
    {
        var caseId = events[0].CaseId;
        WrappedKey? newKey = null;
        var key = head.Key;
        if (head.Version == 0)
            (key, newKey) = DataKey.Create(caseId, masters);
        var rows = new LedgerRow[events.Count];
        var hash = head.Hash;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = ToRow(events[i], operation, key);
            hash = HashChain.Next(hash, rows[i]);
            rows[i] = rows[i] with { Hash = hash };
        }
        crash.Pass(CrashPoints.BeforeAppend);
        var result = await table.Append(rows, newKey, cancellationToken);
        if (result != AppendResult.Appended)
            return (result, head);
        crash.Pass(CrashPoints.AfterAppend);
        signal.Raise();
        return (result, new LedgerHead(rows[^1].Version, hash, key));
    }

    private static LedgerRow ToRow(CaseEvent @event, Guid operation, DataKey? key) => new(
        @event.CaseId.Value,
        @event.Version,
        CaseEventTypes.NameOf(@event.GetType()),
        @event.Version == 1 ? @event.Number : null,
        JsonSerializer.Serialize(@event, @event.GetType(), CaseJson.Options),
        @event.Secrets is null ? null : key?.Seal(@event.CaseId, @event.Version, @event.Secrets),
        @event.At,
        @event.Actor,
        operation,
        [],
        Activity.Current?.Id);

    private static CaseEvent Open(CaseId caseId, LedgerRow row, DataKey? key)
    {
        var @event = (CaseEvent)JsonSerializer.Deserialize(row.Data, CaseEventTypes.Of(row.Type), CaseJson.Options)!;
        return row.Sealed is null || key is null ? @event : @event with { Secrets = key.Open(caseId, row.Version, row.Sealed) };
    }
}
