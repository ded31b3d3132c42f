using System.Diagnostics;
using Hotline.Load.Faults.Subscribing;
using Npgsql;

namespace Hotline.Load.Faults.Judging;

/// <summary>Waits until everything that follows the ledger has come to its end.</summary>
internal sealed class Drain(NpgsqlDataSource database, Department department)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    /// <summary>What is still on its way, by where.</summary>
    private const string Behind = $"""
        with ledger as (select case_id, max(version) as version, (array_agg(data -> 'case' ->> 'status' order by version desc))[1] as status
                        from cases.event group by case_id)
        select
          (select count(*) from (select distinct on (shard) shard, tx, position from cases.event order by shard, tx desc, position desc) e
           left join cases.relay_checkpoint c using (shard) where (coalesce(c.tx, '0'), coalesce(c.position, 0)) < (e.tx, e.position))::int,
          (select count(*) from ledger l left join insight.case_row r using (case_id)
           where r.version is distinct from l.version or r.seen <> int4multirange(int4range(1, l.version + 1)))::int,
          (select count(*) from ledger l left join dispatch.feed_case f using (case_id) where coalesce(f.version, 1) <> l.version)::int,
          (select count(*) from dispatch.feed_event where sent_at is null)::int,
          (select count(*) from ledger l left join feedback.visit v on v.case_id = l.case_id and v.open
           where (v.case_id is not null) <> (l.status = 'awaitingVisit'))::int,
          (select count(*) from ledger l left join escalation.deadline d on d.case_id = l.case_id and d.clock = 'accept' and d.stopped_at is null
           where (d.case_id is not null) <> (l.status in ('received', 'held')))::int,
          (select count(*) from insight.to_screen)::int,
          (select count(*) from dispatch.feed_event where department = '{Department.Code}')::int
        """;

    private static readonly string[] _places =
        ["shards of the relay", "rows of Insight", "cases of the feed", "events to send", "visits of Feedback", "clocks of Escalation", "cases to screen"];

    /// <returns>How long it took, and what was not done in time: null when all was.</returns>
    public async Task<(TimeSpan Took, string? Left)> WaitAsync(TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var left = await LeftAsync();
            if (left is null || watch.Elapsed > limit)
            {
                return (watch.Elapsed, left);
            }

            await Task.Delay(_pause);
        }
    }

    private async Task<string?> LeftAsync()
    {
        try
        {
            return await CountAsync();
        }
        // Whoever comes back from an outage in a crowd may find no session left for a while.
        catch (NpgsqlException fault) when (fault.IsTransient)
        {
            return fault.Message;
        }
    }

    private async Task<string?> CountAsync()
    {
        await using var command = database.CreateCommand(Behind);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var left = _places.Select((place, index) => (place, count: reader.GetInt32(index))).Where(one => one.count > 0)
            .Select(one => $"{one.count} {one.place}").ToList();
        var unheard = reader.GetInt32(_places.Length) - department.Heard.DistinctBy(one => (one.Number, one.Sequence)).Count();
        if (unheard > 0)
        {
            left.Add($"{unheard} events of the department");
        }

        return left.Count == 0 ? null : string.Join(", ", left);
    }
}
