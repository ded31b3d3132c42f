using Hotline.Cities.Calendars;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Tables;
using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Escalation.Explaining;

/// <summary>Reads what is known about the clocks of a case.</summary>
internal sealed class ClockFiles(NpgsqlDataSource database)
{
    private const string SelectFile = "select case_id, lead, assisting from escalation.case_file where number = $1";

    private const string SelectDeadlines = """
        select clock, started_version, round, unit, started_at, limit_amount, limit_unit, exception, warn_at, due_at, stage, stopped_at, stopped_by, paused_at
        from escalation.deadline where case_id = $1 order by started_version, due_at
        """;

    private const string SelectRecounts = "select clock, started_version, unit, at, due_before, due_after from escalation.recount where case_id = $1 order by at";

    /// <summary>The file of a case, or null when no case has that number.</summary>
    public async Task<ClockFile?> Find(string number, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await FindCase(connection, number, cancellationToken) is not { } found)
            return null;

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(MarkRow.SelectOf([found.CaseId]));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SelectDeadlines) { Parameters = { Parameter.Id(found.CaseId) } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SelectRecounts) { Parameters = { Parameter.Id(found.CaseId) } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        ClockMark[] marks = [.. (await MarkRow.ReadAll(reader, cancellationToken))[found.CaseId]];
        await reader.NextResultAsync(cancellationToken);
        var deadlines = new List<DeadlineRow>();
        while (await reader.ReadAsync(cancellationToken))
            deadlines.Add(Deadline(reader));
        await reader.NextResultAsync(cancellationToken);
        var moves = new List<DeadlineMove>();
        while (await reader.ReadAsync(cancellationToken))
            moves.Add(new(ClockSets.ToClockName(reader.GetString(0)), reader.GetInt32(1), reader.Unit(2), reader.At(3), reader.At(4), reader.At(5)));
        return new ClockFile(number, found.Lead, found.Assisting, marks, deadlines) { Moves = moves };
    }

    private static async Task<(Guid CaseId, UnitRef? Lead, IReadOnlyList<UnitRef> Assisting)?> FindCase(
        NpgsqlConnection connection, string number, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SelectFile, connection) { Parameters = { Parameter.Text(number) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetGuid(0), Unit(reader.Text(1)), [.. reader.GetFieldValue<string[]>(2).Select(UnitRef.Parse)])
            : null;
    }

    private static DeadlineRow Deadline(NpgsqlDataReader row) => new(
        ClockSets.ToClockName(row.GetString(0)), row.GetInt32(1), row.GetInt32(2), row.Unit(3), row.At(4),
        row.GetInt32(5), row.Word<DurationUnit>(6), row.Text(7), row.At(8), row.At(9), row.GetInt16(10), row.AtOrNull(11), row.Text(12), row.AtOrNull(13));

    private static UnitRef? Unit(string? text) => text is null ? null : UnitRef.Parse(text);
}
