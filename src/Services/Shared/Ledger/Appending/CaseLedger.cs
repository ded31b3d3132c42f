using System.Diagnostics;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Crashing;
using Hotline.Ledger.Erasing;
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

    /// <summary>Appends the entry that erases the citizen; with it the data key and the words of all entries before are gone, or nothing is.</summary>
    public async Task<(AppendResult Result, LedgerHead Head)> Erase(
        LedgerHead head, CitizenErased erasing, Guid operation, CancellationToken cancellationToken)
    {
        var stored = await table.Load(erasing.CaseId.Value, cancellationToken);
        if (stored.Rows.Count != head.Version)
            return (AppendResult.VersionConflict, head);
        var bare = stored.Rows.Select(row => row with { Data = Wording.Erase(row.Type, row.Data) }).ToList();
        var row = ToRow(erasing with { Chain = Convert.ToHexStringLower(HashChain.Over(bare)) }, operation, null);
        row = row with { Hash = HashChain.Next(head.Hash, row) };
        var result = await table.Erase(row, bare, cancellationToken);
        if (result != AppendResult.Appended)
            return (result, head);
        signal.Raise();
        return (result, new LedgerHead(row.Version, row.Hash, null));
    }

    private static LedgerRow ToRow(CaseEvent @event, Guid operation, DataKey? key)
    {
        var type = CaseEventTypes.NameOf(@event.GetType());
        var (data, secrets) = (JsonSerializer.Serialize(@event, @event.GetType(), CaseJson.Options), @event.Secrets);
        // 保密: what is said in a sealed lane is for its lane, so neither the open part of the ledger nor the bus gets to know it.
        if (@event.Case.Sealed && Wording.TakeOut(type, data) is { Words.Count: > 0 } taken)
            (data, secrets) = (taken.Json, (secrets ?? new CaseSecrets()) with { Words = taken.Words.ToJsonString(CaseJson.Options) });
        return new LedgerRow(
            @event.CaseId.Value,
            @event.Version,
            type,
            @event.Version == 1 ? @event.Number : null,
            data,
            secrets is null ? null : key?.Seal(@event.CaseId, @event.Version, secrets),
            @event.At,
            @event.Actor,
            operation,
            [],
            Activity.Current?.Id);
    }

    private static CaseEvent Open(CaseId caseId, LedgerRow row, DataKey? key)
    {
        var secrets = row.Sealed is null || key is null ? null : key.Open(caseId, row.Version, row.Sealed);
        var data = secrets?.Words is { } words ? Wording.PutBack(row.Data, words) : row.Data;
        return (CaseEvent)JsonSerializer.Deserialize(data, CaseEventTypes.Of(row.Type), CaseJson.Options)! with { Secrets = secrets };
    }
}
