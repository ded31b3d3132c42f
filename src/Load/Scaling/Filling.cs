using System.Globalization;
using Npgsql;

namespace Hotline.Load.Scaling;

/// <summary>
/// Makes a large city out of a small one: copies every case that lives in the instance, row by row, under other ids and numbers, until there are as
/// many as asked for. Through the API that would take an hour; what is measured afterwards goes through the API as ever.
/// </summary>
/// <remarks>Each copy is nine hours older than the one before, so that a million cases of 500 reach back two years. A copied case keeps the text of its original. Its hash chain is the original's and does not hold for the copy: nobody opens copies.</remarks>
internal sealed class Filling(NpgsqlDataSource database)
{
    private const int CopiesAtOnce = 20;

    // Ids follow from original and copy alone; the last digits of a number make it another number of the same length.
    private static readonly string[] _statements =
    [
        "create temp table twin as select o.case_id, md5(o.case_id::text || c.n)::uuid as twin_id, '9' || lpad(c.n::text, 5, '0') || substr(o.number, 7) as twin_number, make_interval(hours => 9 * c.n::int) as age from public.original o, generate_series(@from, @to) as c (n)",
        "analyze twin",
        """
        insert into cases.event (case_id, version, shard, type, number, data, sealed, at, actor, operation, hash)
        select t.twin_id, e.version, e.shard + 100, e.type, case when e.version = 1 then t.twin_number end, e.data, e.sealed, e.at, e.actor, e.operation, e.hash
        from twin t join cases.event e using (case_id)
        """,
        "insert into cases.case_key select t.twin_id, k.master_key, k.wrapped from twin t join cases.case_key k using (case_id)",
        "insert into insight.case_text select t.twin_id, c.received_at - t.age, c.title, c.text, c.document from twin t join insight.case_text c using (case_id)",
        "insert into escalation.case_file select t.twin_id, t.twin_number, f.version, f.lead, f.assisting from twin t join escalation.case_file f using (case_id)",
    ];

    private long _copied;

    /// <summary>Copies until the city has as many cases.</summary>
    /// <returns>How many it has now.</returns>
    public async Task<long> FillAsync(long cases, Action<string> step)
    {
        await using var connection = await database.OpenConnectionAsync();
        // What is there before the first filling is what is copied, whatever is taken in between fillings.
        await ExecuteAsync(connection, "create table if not exists public.original as select case_id, number from insight.case_row");
        // Copies lie in shards that no relay reads and that count as published: nobody is told of them.
        await ExecuteAsync(connection, "insert into cases.relay_checkpoint (shard, tx, position) select shard + 100, '9223372036854775807'::xid8, 0 from cases.relay_checkpoint where shard < 100 on conflict do nothing");
        var originals = await CountAsync(connection, "select count(*) from public.original");
        for (var copies = (cases / originals) - 1; _copied < copies;)
        {
            var until = Math.Min(_copied + CopiesAtOnce, copies);
            await CopyAsync(connection, _copied, until - 1);
            _copied = until;
            step(string.Create(CultureInfo.InvariantCulture, $"Filled to {(_copied + 1) * originals:N0}"));
        }

        await ExecuteAsync(connection, "vacuum analyze");
        return await CountAsync(connection, "select count(*) from insight.case_row");
    }

    private static async Task CopyAsync(NpgsqlConnection connection, long from, long to)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var statement in _statements)
        {
            await ExecuteAsync(connection, statement.Replace("@from", $"{from}", StringComparison.Ordinal).Replace("@to", $"{to}", StringComparison.Ordinal));
        }

        foreach (var table in new[] { "insight.case_row", "escalation.mark", "escalation.deadline", "feedback.visit", "dispatch.feed_case" })
        {
            await ExecuteAsync(connection, await CopyOfAsync(connection, table));
        }

        await ExecuteAsync(connection, "drop table twin");
        await transaction.CommitAsync();
    }

    // All columns that are stored as written, with another id and number.
    private static async Task<string> CopyOfAsync(NpgsqlConnection connection, string table)
    {
        var columns = new List<string>();
        await using (var command = new NpgsqlCommand(
            "select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''", connection))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var values = columns.Select(column => column switch
        {
            "case_id" => "t.twin_id",
            "number" => "t.twin_number",
            "received_at" => "o.received_at - t.age",
            "received_day" => "(o.received_day - t.age)::date",
            _ => $"o.{column}",
        });
        return $"insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from twin t join {table} o using (case_id)";
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
