using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;
using Npgsql;

namespace Hotline.Insight.Listing;

/// <summary>How many open cases there are.</summary>
internal readonly record struct DeskCount(long Cases, long DueSoon, long Overdue)
{
    public static DeskCount operator +(DeskCount a, DeskCount b) => new(a.Cases + b.Cases, a.DueSoon + b.DueSoon, a.Overdue + b.Overdue);
}

/// <summary>How many open cases lie on which desk, for a number of callers at once.</summary>
internal sealed class DeskCounts
{
    // Kept by triggers; unit '' is the whole city.
    private const string Desks = "select unit, desk, cases, due_soon, overdue from insight.desk_count where unit = any(@units)";

    private static readonly string Handlers = $"""
        select r.handler, count(*), count(*) filter (where {Worklist.DueSoon.Condition}), count(*) filter (where {Worklist.Overdue.Condition})
        from insight.case_row r where {Worklist.Mine.Condition} and r.handler = any(@handlers) group by r.handler
        """;

    // Few cases at any time, so that they are counted when somebody asks; unit '' is the whole city.
    private static readonly (string Name, string Sql)[] Few =
    [
        .. Worklist.All.Where(list => list.Owners is not null).Select(list => (list.Name, Counting(list, list.Clock("unit")))),
    ];

    private static string Counting(Worklist list, ListClock clock) => $"""
        select unit, count(*), count(*) filter (where not {clock.Overdue} and {clock.DueAt} < 'infinity'), count(*) filter (where {clock.Overdue})
        from insight.case_row r, lateral (select distinct unnest(array['']::text[] || {list.Owners!.Value.Sql}) as unit) as owners
        where {list.Condition} and unit = any(@units) group by unit
        """;

    private readonly Dictionary<string, Dictionary<string, DeskCount>> _byUnit = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeskCount> _byHandler = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, string Unit), DeskCount> _few = [];

    /// <summary>Reads everything the callers may want to know, in one round trip.</summary>
    public static async Task<DeskCounts> Read(NpgsqlDataSource database, IReadOnlyCollection<(Caller Caller, Scope Scope)> readers, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Command(Desks, "units", readers.Select(reader => KeyOf(reader.Scope))));
        batch.BatchCommands.Add(Command(Handlers, "handlers", readers.Where(reader => reader.Scope.Unit is null).Select(reader => reader.Caller.Subject)));
        foreach (var (_, sql) in Few)
            batch.BatchCommands.Add(Command(sql, "units", readers.Select(reader => KeyOf(reader.Scope))));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        var counts = new DeskCounts();
        while (await rows.ReadAsync(cancellationToken))
            counts.Add(rows.GetString(0), rows.GetString(1), Count(rows, 2));
        await rows.NextResultAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            counts._byHandler.Add(rows.GetString(0), Count(rows, 1));
        foreach (var (name, _) in Few)
        {
            await rows.NextResultAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                counts._few.Add((name, rows.GetString(0)), Count(rows, 1));
        }
        return counts;
    }

    /// <summary>The lists of one of the callers.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="own">Lists that come first.</param>
    public WorklistCounts For(Caller caller, Scope scope, IReadOnlyList<string> own)
    {
        var desks = _byUnit.GetValueOrDefault(KeyOf(scope)) ?? [];
        var open = desks.Values.Aggregate(default(DeskCount), (sum, desk) => sum + desk);
        var mine = scope.Unit is null ? _byHandler.GetValueOrDefault(caller.Subject) : open;
        var others = Worklist.All.Select(list => list.Name).Except(own, StringComparer.Ordinal);
        return new WorklistCounts([.. own.Select(name => List(name, true)), .. others.Select(name => List(name, false))]);

        WorklistCount List(string name, bool isOwn)
        {
            var count = name switch
            {
                "open" => open,
                "mine" => mine,
                _ when Worklist.Find(name)?.Owners is not null => _few.GetValueOrDefault((name, KeyOf(scope))),
                "overdue" => new DeskCount(open.Overdue, 0, open.Overdue),
                "due-soon" => new DeskCount(open.DueSoon, open.DueSoon, 0),
                _ => desks.GetValueOrDefault(name),
            };
            return new WorklistCount(name, isOwn, count.Cases, count.DueSoon, count.Overdue);
        }
    }

    private void Add(string unit, string desk, DeskCount count)
    {
        if (!_byUnit.TryGetValue(unit, out var desks))
            _byUnit[unit] = desks = new Dictionary<string, DeskCount>(StringComparer.Ordinal);
        desks.Add(desk, count);
    }

    private static NpgsqlBatchCommand Command(string sql, string name, IEnumerable<string> values) =>
        new(sql) { Parameters = { new NpgsqlParameter<string[]>(name, [.. values.Distinct(StringComparer.Ordinal)]) } };

    private static DeskCount Count(NpgsqlDataReader row, int first) => new(row.GetInt64(first), row.GetInt64(first + 1), row.GetInt64(first + 2));

    private static string KeyOf(Scope scope) => scope.Unit?.ToString() ?? "";
}

/// <summary>All worklists, the caller's own work first.</summary>
public sealed record WorklistCounts(IReadOnlyList<WorklistCount> Lists);

/// <summary>A list and how many cases the caller may see on it.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Own">The list is the caller's own work.</param>
/// <param name="Cases">Cases on it.</param>
/// <param name="DueSoon">Of these, how many have a clock that comes near its end.</param>
/// <param name="Overdue">Of these, how many have a clock that was missed and still runs.</param>
public sealed record WorklistCount(string Name, bool Own, long Cases, long DueSoon, long Overdue);
