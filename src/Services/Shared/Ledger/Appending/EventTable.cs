using Hotline.Ledger.Secrets;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Ledger.Appending;

/// <summary>What became of an append.</summary>
public enum AppendResult
{
    Appended,

    /// <summary>Somebody else wrote that version first: load and decide again.</summary>
    VersionConflict,

    /// <summary>The case number is taken: take another.</summary>
    NumberTaken,
}

/// <summary>A case as stored: its entries in order and its data key (null once erased).</summary>
public sealed record StoredCase(IReadOnlyList<LedgerRow> Rows, WrappedKey? Key);

/// <summary>The only code that writes events. Every append and every load is one round trip.</summary>
public sealed class EventTable(NpgsqlDataSource database)
{
    private const string InsertEvent =
        "insert into cases.event (case_id, version, shard, type, number, data, sealed, at, actor, operation, hash, trace) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)";

    private const string InsertKey = "insert into cases.case_key (case_id, master_key, wrapped) values ($1,$2,$3)";

    private const string UpdateWords =
        "update cases.event e set data = w.data::json from unnest($2::int[], $3::text[]) w (version, data) where e.case_id = $1 and e.version = w.version";

    private const string SelectEvents =
        "select version, type, number, data::text, sealed, at, actor, operation, hash from cases.event where case_id = $1 order by version";

    private const string SelectKey = "select master_key, wrapped from cases.case_key where case_id = $1";

    /// <summary>Appends all rows or none. The primary key decides who was first.</summary>
    /// <param name="rows">Consecutive versions of one case.</param>
    /// <param name="newKey">Data key, with the first append of a case.</param>
    public async Task<AppendResult> Append(IReadOnlyList<LedgerRow> rows, WrappedKey? newKey, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        foreach (var row in rows)
            batch.BatchCommands.Add(Insert(row));
        if (newKey is not null)
            batch.BatchCommands.Add(Insert(rows[0].CaseId, newKey));
        return await Run(batch, cancellationToken);
    }

    /// <summary>Appends the row that erases a citizen, destroys the data key and takes the words out of the rows before; all or nothing.</summary>
    /// <param name="erasing">The next row of the case.</param>
    /// <param name="bare">All rows before, without their words.</param>
    public async Task<AppendResult> Erase(LedgerRow erasing, IReadOnlyList<LedgerRow> bare, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Insert(erasing));
        batch.BatchCommands.Add(ById("delete from cases.case_key where case_id = $1", erasing.CaseId));
        batch.BatchCommands.Add(ById("delete from cases.citizen_case where case_id = $1", erasing.CaseId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(UpdateWords)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = erasing.CaseId },
                new NpgsqlParameter<int[]> { TypedValue = [.. bare.Select(row => row.Version)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. bare.Select(row => row.Data)] },
            },
        });
        return await Run(batch, cancellationToken);
    }

    private static async Task<AppendResult> Run(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
            return AppendResult.Appended;
        }
        catch (PostgresException conflict) when (conflict.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return conflict.ConstraintName == "event_number" ? AppendResult.NumberTaken : AppendResult.VersionConflict;
        }
    }

    /// <summary>The whole case, or no rows when there is none.</summary>
    public async Task<StoredCase> Load(Guid caseId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(ById(SelectKey, caseId));
        batch.BatchCommands.Add(ById(SelectEvents, caseId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        WrappedKey? key = null;
        while (await reader.ReadAsync(cancellationToken))
            key = new WrappedKey(reader.GetInt16(0), reader.GetFieldValue<byte[]>(1));
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<LedgerRow>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(Read(reader, caseId));
        return new StoredCase(rows, key);
    }

    /// <summary>Whether the case has an entry of that version.</summary>
    public async Task<bool> Has(Guid caseId, int version, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select exists (select from cases.event where case_id = $1 and version = $2)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caseId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = version });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static LedgerRow Read(NpgsqlDataReader reader, Guid caseId) => new(
        caseId,
        reader.GetInt32(0),
        reader.GetString(1),
        reader.IsDBNull(2) ? null : reader.GetString(2),
        reader.GetString(3),
        reader.IsDBNull(4) ? null : reader.GetFieldValue<byte[]>(4),
        reader.GetFieldValue<DateTimeOffset>(5),
        reader.GetString(6),
        reader.GetGuid(7),
        reader.GetFieldValue<byte[]>(8));

    private static NpgsqlBatchCommand Insert(LedgerRow row) => new(InsertEvent)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = row.CaseId },
            new NpgsqlParameter<int> { TypedValue = row.Version },
            new NpgsqlParameter<short> { TypedValue = Shard.Of(row.CaseId) },
            new NpgsqlParameter<string> { TypedValue = row.Type },
            new NpgsqlParameter { Value = (object?)row.Number ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter<string> { TypedValue = row.Data, NpgsqlDbType = NpgsqlDbType.Json },
            new NpgsqlParameter { Value = (object?)row.Sealed ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
            new NpgsqlParameter<DateTimeOffset> { TypedValue = row.At, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            new NpgsqlParameter<string> { TypedValue = row.Actor },
            new NpgsqlParameter<Guid> { TypedValue = row.Operation },
            new NpgsqlParameter<byte[]> { TypedValue = row.Hash },
            new NpgsqlParameter { Value = (object?)row.Trace ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        },
    };

    private static NpgsqlBatchCommand Insert(Guid caseId, WrappedKey key) => new(InsertKey)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = caseId },
            new NpgsqlParameter<short> { TypedValue = key.MasterKey },
            new NpgsqlParameter<byte[]> { TypedValue = key.Bytes },
        },
    };

    private static NpgsqlBatchCommand ById(string sql, Guid caseId) =>
        new(sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = caseId } } };
}
