using Hotline.Contracts.Cases;
using Npgsql;

namespace Hotline.Ledger.Finding;

/// <summary>All cases of one caller. Asked rarely, so the table is brought up to the ledger when it is asked and intake writes nothing for it.</summary>
public sealed class CitizenCases(NpgsqlDataSource database)
{
    private const int BatchSize = 20_000;

    // In order and behind the oldest running transaction, as the relay reads: no late commit is skipped.
    private const string CatchUp = """
        with gained as materialized (
            select e.shard, e.tx, e.position, e.case_id, case when e.version = 1 or e.type = 'DetailsCompleted' then e.data -> 'case' -> 'citizen' ->> 'phoneHash' end as phone_hash
            from cases.citizen_checkpoint c cross join lateral (
                select * from cases.event
                where shard = c.shard and (tx, position) > (c.tx, c.position) and tx < pg_snapshot_xmin(pg_current_snapshot())
                order by tx, position limit $1) as e),
        kept as (
            insert into cases.citizen_case select phone_hash, case_id from gained where phone_hash is not null on conflict do nothing)
        update cases.citizen_checkpoint c set tx = read.tx, position = read.position
        from (select distinct on (shard) shard, tx, position from gained order by shard, tx desc, position desc) as read where c.shard = read.shard
        """;

    // What was read, and the few entries behind the oldest transaction that still runs, which are read on later.
    private const string Find = """
        select case_id from cases.citizen_case where phone_hash = $1
        union
        select e.case_id from cases.citizen_checkpoint c join cases.event e on e.shard = c.shard and (e.tx, e.position) > (c.tx, c.position)
        where (e.version = 1 or e.type = 'DetailsCompleted') and e.data -> 'case' -> 'citizen' ->> 'phoneHash' = $1
        order by case_id
        """;

    /// <summary>The cases that carry a phone hash, oldest first.</summary>
    public async Task<IReadOnlyList<CaseId>> Of(string phoneHash, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        while (await ReadOn(connection, cancellationToken) > 0)
        {
            // Until the end of the ledger.
        }
        await using var command = new NpgsqlCommand(Find, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = phoneHash } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<CaseId>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new CaseId(reader.GetGuid(0)));
        return found;
    }

    // One at a time: two would read the same entries, and one of them might write down a citizen who was erased meanwhile.
    private static async Task<int> ReadOn(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var mine = new NpgsqlCommand("select pg_advisory_xact_lock(hashtext('hotline-citizen-cases'))", connection, transaction))
            await mine.ExecuteNonQueryAsync(cancellationToken);
        await using var command = new NpgsqlCommand(CatchUp, connection, transaction) { Parameters = { new NpgsqlParameter<int> { TypedValue = BatchSize } } };
        var moved = await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return moved;
    }
}
