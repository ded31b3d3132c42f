using System.Text.Json;
using Hotline.Contracts.Cases;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Dispatch.Delivering;

/// <summary>SQL of the feed. Two round trips a batch, however many cases it touches.</summary>
internal static class FeedPages
{
    /// <summary>Locks the cases' rows, in the order of their ids so that two batches never wait for each other, and reads where they stand.</summary>
    public static async Task<SortedDictionary<Guid, FeedPage>> Lock(NpgsqlConnection connection, Guid[] cases, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in (string[])[
            "insert into dispatch.feed_case (case_id, version) select id, 1 from unnest($1) id order by id on conflict do nothing",
            "select case_id, version from dispatch.feed_case where case_id = any($1) order by case_id for update",
            "select case_id, department, role, round, sequence, hears from dispatch.feed_subscriber where case_id = any($1) order by department",
            "select case_id, version, type, event from dispatch.feed_early where case_id = any($1)"])
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = cases } } });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var versions = new List<(Guid CaseId, int Version)>();
        while (await reader.ReadAsync(cancellationToken))
            versions.Add((reader.GetGuid(0), reader.GetInt32(1)));

        await reader.NextResultAsync(cancellationToken);
        var subscribers = new List<(Guid CaseId, Subscriber One)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            subscribers.Add((reader.GetGuid(0), new Subscriber(
                reader.GetString(1), Enum.Parse<HandOverRole>(reader.GetString(2)), reader.GetInt32(3), reader.GetInt32(4), reader.GetBoolean(5))));
        }

        var byCase = subscribers.ToLookup(one => one.CaseId, one => one.One);
        var pages = new SortedDictionary<Guid, FeedPage>(
            versions.ToDictionary(one => one.CaseId, one => new FeedPage(one.CaseId, new CaseFeed(one.Version, [.. byCase[one.CaseId]]))));
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            pages[reader.GetGuid(0)].AddStored(reader.GetInt32(1), reader.GetString(2), reader.GetString(3));
        return pages;
    }

    /// <summary>Writes what was told.</summary>
    public static async Task Write(
        NpgsqlConnection connection, IReadOnlyList<ToldPage> told, Func<FeedNews, string> body, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        Versions(batch, [.. told.Where(page => page.After.Version != page.Before.Version)]);
        Subscribers(batch, told);
        Events(batch, [.. told.SelectMany(page => page.News)], body);
        Early(batch, told);
        Erased(batch, [.. told.Where(page => page.Erased).Select(page => page.CaseId)]);
        foreach (var (happened, change) in told.SelectMany(page => page.Changes))
            batch.BatchCommands.Add(HandOvers.Change(happened, change));
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Versions(NpgsqlBatch batch, ToldPage[] moved)
    {
        if (moved.Length == 0)
            return;
        batch.Add(
            "update dispatch.feed_case set version = told.version from unnest($1, $2) told (case_id, version) where feed_case.case_id = told.case_id",
            [.. moved.Select(page => page.CaseId)],
            moved.Select(page => page.After.Version).ToArray());
    }

    private static void Subscribers(NpgsqlBatch batch, IEnumerable<ToldPage> told)
    {
        (Guid CaseId, Subscriber One)[] changed = [.. told.SelectMany(page =>
            page.After.Subscribers.Where(one => !page.Before.Subscribers.Contains(one)).Select(one => (page.CaseId, one)))];
        if (changed.Length == 0)
            return;
        batch.Add(
            """
            insert into dispatch.feed_subscriber (case_id, department, role, round, sequence, hears) select * from unnest($1, $2, $3, $4, $5, $6)
            on conflict (case_id, department)
            do update set role = excluded.role, round = excluded.round, sequence = excluded.sequence, hears = excluded.hears
            """,
            [.. changed.Select(one => one.CaseId)],
            changed.Select(one => one.One.Department).ToArray(),
            changed.Select(one => one.One.Role.ToString()).ToArray(),
            changed.Select(one => one.One.Round).ToArray(),
            changed.Select(one => one.One.Sequence).ToArray(),
            changed.Select(one => one.One.Hears).ToArray());
    }

    private static void Events(NpgsqlBatch batch, FeedNews[] news, Func<FeedNews, string> body)
    {
        if (news.Length == 0)
            return;
        batch.Add(
            """
            insert into dispatch.feed_event (case_id, department, sequence, event_id, name, round, body, made_at)
            select case_id, department, sequence, event_id, name, nullif(round, 0), body::json, made_at
            from unnest($1, $2, $3, $4, $5, $6, $7, $8) with ordinality news (case_id, department, sequence, event_id, name, round, body, made_at, place)
            order by place
            """,
            [.. news.Select(one => one.Event.CaseId.Value)],
            news.Select(one => one.Department).ToArray(),
            news.Select(one => one.Sequence).ToArray(),
            news.Select(FeedEnvelope.IdOf).ToArray(),
            news.Select(one => one.Name).ToArray(),
            news.Select(one => one.Round ?? 0).ToArray(),
            news.Select(body).ToArray(),
            news.Select(one => one.Event.At.ToUniversalTime()).ToArray());
    }

    private static void Early(NpgsqlBatch batch, IReadOnlyList<ToldPage> told)
    {
        Guid[] caughtUp = [.. told.Where(page => page.HadEarly).Select(page => page.CaseId)];
        if (caughtUp.Length > 0)
        {
            batch.Add(
                "delete from dispatch.feed_early e using dispatch.feed_case c where c.case_id = e.case_id and e.case_id = any($1) and e.version <= c.version",
                caughtUp);
        }
        foreach (var early in told.SelectMany(page => page.Early))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                "insert into dispatch.feed_early (case_id, version, type, event, at) values ($1, $2, $3, $4, $5) on conflict do nothing")
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = early.CaseId.Value },
                    new NpgsqlParameter<int> { TypedValue = early.Version },
                    new NpgsqlParameter<string> { TypedValue = CaseEventTypes.NameOf(early.GetType()) },
                    new NpgsqlParameter<string>
                    {
                        TypedValue = JsonSerializer.Serialize(early, early.GetType(), CaseJson.Options), NpgsqlDbType = NpgsqlDbType.Json,
                    },
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = early.At.ToUniversalTime() },
                },
            });
        }
    }

    // The archive of the feed forgets with the ledger; a department that reads it again gets no more than what is left there.
    private static void Erased(NpgsqlBatch batch, Guid[] cases)
    {
        if (cases.Length > 0)
            batch.Add("update dispatch.feed_event set body = (body::jsonb #- '{data,case,title}' #- '{data,case,address}')::json where case_id = any($1)", cases);
    }

    private static void Add(this NpgsqlBatch batch, string sql, Guid[] cases, params Array[] columns)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = cases } } };
        foreach (var column in columns)
            command.Parameters.Add(new NpgsqlParameter { Value = column });
        batch.BatchCommands.Add(command);
    }
}
