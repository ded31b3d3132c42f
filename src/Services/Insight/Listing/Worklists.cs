using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Listing;

/// <summary>Reads worklists: what is due first, then what is oldest.</summary>
internal sealed class Worklists(ReadDatabase reads)
{
    /// <summary>A page of a list, as far as the caller may see.</summary>
    public async Task<CasePage> Page(Worklist list, Scope scope, string subject, Paging paging, CancellationToken cancellationToken)
    {
        var query = scope.Narrow(new RowQuery("insight.case_row r").Where(list.Condition));
        if (list == Worklist.Mine && scope.Unit is null)
            query.Where("r.handler = @subject", ("subject", subject));
        if (paging.After is { } after)
            query.Where("(r.due_at, r.received_at, r.case_id) > (@due, @received, @id)",
                ("due", after.DueAt), ("received", after.ReceivedAt), ("id", after.CaseId));
        var (rows, more) = await query.Read(reads.Source, "r.due_at, r.received_at, r.case_id", paging.Limit, cancellationToken);
        return CasePage.Of(rows, more, scope);
    }

    /// <summary>How many cases lie on each list, as far as the caller may see.</summary>
    public async Task<IReadOnlyList<WorklistCount>> Counts(Scope scope, string subject, CancellationToken cancellationToken)
    {
        var desks = await Desks(scope, cancellationToken);
        var mine = scope.Unit is null ? await CountMine(subject, cancellationToken) : desks.Values.Sum(desk => desk.Cases);
        return [.. Worklist.All.Select(list => new WorklistCount(list.Name, list.Name switch
        {
            "open" => desks.Values.Sum(desk => desk.Cases),
            "overdue" => desks.Values.Sum(desk => desk.Overdue),
            "due-soon" => desks.Values.Sum(desk => desk.DueSoon),
            "mine" => mine,
            _ => desks.GetValueOrDefault(list.Name).Cases,
        }))];
    }

    private async Task<Dictionary<string, (long Cases, long Overdue, long DueSoon)>> Desks(Scope scope, CancellationToken cancellationToken)
    {
        await using var command = reads.Source.CreateCommand("select desk, cases, overdue, due_soon from insight.desk_count where unit = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scope.Unit?.ToString() ?? "" });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var desks = new Dictionary<string, (long, long, long)>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            desks.Add(reader.GetString(0), (reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        return desks;
    }

    private async Task<long> CountMine(string subject, CancellationToken cancellationToken)
    {
        await using var command = new RowQuery("insight.case_row r").Where(Worklist.Mine.Condition).Where("r.handler = @subject", ("subject", subject))
            .Command(reads.Source, "count(*)");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}

/// <summary>A list and how many cases lie on it.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Cases">How many the caller may see.</param>
public sealed record WorklistCount(string Name, long Cases);
