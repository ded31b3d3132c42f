using Hotline.Launcher.Controlling;
using Hotline.Load.Faults.Subscribing;
using Npgsql;

namespace Hotline.Load.Faults.Judging;

/// <summary>Looks into every place where something of a case is kept.</summary>
internal sealed class WorldReading(NpgsqlDataSource database, Addresses addresses, Department department)
{
    private const string Rows = "select case_id, version, status, seen = int4multirange(int4range(1, version + 1)) from insight.case_row";

    private const string Visits = "select case_id from feedback.visit where open";

    private const string Clocks = "select case_id, clock from escalation.deadline where stopped_at is null";

    private const string TwoLeads = """
        select case_id from dispatch.hand_over where role = 'Lead' and ended_at is null group by case_id having count(*) > 1
        """;

    private const string Fed = $"""
        select h.number, count(*)::int from dispatch.feed_event e
        join (select distinct case_id, number from dispatch.hand_over) h using (case_id)
        where e.department = '{Department.Code}' group by h.number
        """;

    // A scanner may hold it for as long as it waits for the case's answer; that is counted as well.
    private const string Owed = "select count(*)::int from escalation.deadline where stopped_at is null and next_at < now() - interval '60 seconds'";

    public async Task<World> ReadAsync() => new()
    {
        Cases = await LedgerReading.ReadAsync(database),
        Rows = (await AllAsync(Rows, row => (row.GetGuid(0), new FoundRow(row.GetInt32(1), row.GetString(2), row.GetBoolean(3)))))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2),
        OpenVisits = (await AllAsync(Visits, row => row.GetGuid(0))).ToHashSet(),
        Clocks = (await AllAsync(Clocks, row => (row.GetGuid(0), row.GetString(1)))).ToHashSet(),
        TwoLeads = (await AllAsync(TwoLeads, row => row.GetGuid(0))).ToHashSet(),
        Fed = (await AllAsync(Fed, row => (row.GetString(0), row.GetInt32(1)))).ToDictionary(pair => pair.Item1, pair => pair.Item2),
        Heard = department.Heard,
        OwedDeadlines = (await AllAsync(Owed, row => row.GetInt32(0)))[0],
        Parked = (await BrokerQueues.ReadAsync(addresses)).Where(queue => queue.IsParking).Sum(queue => queue.Messages),
    };

    private async Task<List<T>> AllAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await reader.ReadAsync())
        {
            all.Add(read(reader));
        }

        return all;
    }
}
