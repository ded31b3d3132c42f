using Hotline.Cities;
using Hotline.Cities.Routing;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Npgsql;
using static Hotline.Hosting.Database.Parameter;

namespace Hotline.Dispatch.Routing;

/// <summary>SQL of the rules that rulings made.</summary>
internal sealed class RuleTable(NpgsqlDataSource database, City city)
{
    private const string Select = """
        select id, version, category, area, kind, lead, assisting, effective_from, effective_to, number, ruled_at, ruled_by, reasons, legal_basis,
        rolled_back_at, rolled_back_by, rolled_back_reason from dispatch.routing_rule
        """;

    /// <summary>Adds the rule of a ruling: the first or the next version for its scope.</summary>
    public async Task Add(RulingGiven ruling, RulingScope scope, CancellationToken cancellationToken)
    {
        var id = RoutingRule.IdOf(scope);
        await using var batch = database.CreateBatch();
        // Two rulings on the same scope at once get versions of their own, one after the other.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtextextended('dispatch.routing_rule ' || $1, 0))")
        {
            Parameters = { Text(id) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            insert into dispatch.routing_rule (id, version, category, area, kind, lead, assisting, effective_from, effective_to,
                case_id, case_version, number, ruled_at, ruled_by, reasons, legal_basis)
            select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 from dispatch.routing_rule where id = $1
            on conflict (case_id, case_version) do nothing
            """)
        {
            Parameters =
            {
                Text(id), Text(scope.Category), Text(scope.Area), Word<CaseKind>(ruling.Case.Kind),
                Text(ruling.Lead.ToString()), new NpgsqlParameter<string[]> { TypedValue = [.. ruling.Assisting.Select(unit => unit.ToString())] },
                Day(scope.From), Day(scope.Until), Id(ruling.CaseId.Value), Whole(ruling.Version),
                Text(ruling.Number), At(ruling.At), Text(ruling.Actor), Text(ruling.Reasons), Text(ruling.LegalBasis),
            },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Every rule that a ruling ever made.</summary>
    public async Task<IReadOnlyList<RulingRule>> All(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Select));
        return await Read(batch, cancellationToken);
    }

    /// <summary>Ends a rule, and answers how it stands then. One that was rolled back before stays as it is.</summary>
    public async Task<RulingRule?> RollBack(string id, int version, RollBack how, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update dispatch.routing_rule set rolled_back_at = $3, rolled_back_by = $4, rolled_back_reason = $5
            where id = $1 and version = $2 and rolled_back_at is null
            """)
        {
            Parameters = { Text(id), Whole(version), At(how.At), Text(how.By), Text(how.Reason) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Select + " where id = $1 and version = $2")
        {
            Parameters = { Text(id), Whole(version) },
        });
        return (await Read(batch, cancellationToken)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<RulingRule>> Read(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rules = new List<RulingRule>();
        do
        {
            while (await reader.ReadAsync(cancellationToken))
                rules.Add(Row(reader));
        }
        while (await reader.NextResultAsync(cancellationToken));
        return rules;
    }

    private RulingRule Row(NpgsqlDataReader row)
    {
        var citation = new RulingCitation(row.GetString(9), row.GetFieldValue<DateTimeOffset>(10), row.GetString(12));
        var rule = new RoutingRule(
            row.GetString(0),
            row.GetInt32(1),
            row.GetString(2),
            row.IsDBNull(3) ? null : row.GetString(3),
            Enum.Parse<CaseKind>(row.GetString(4), ignoreCase: true),
            UnitRef.Parse(row.GetString(5)),
            [.. row.GetFieldValue<string[]>(6).Select(UnitRef.Parse)],
            row.GetFieldValue<DateOnly>(7),
            row.GetFieldValue<DateOnly?>(8),
            Why(citation))
        { Ruling = citation };
        var rolledBack = row.IsDBNull(14) ? null : new RollBack(row.GetFieldValue<DateTimeOffset>(14), row.GetString(15), row.GetString(16));
        return new RulingRule(rule, row.GetString(13), row.GetString(11), rolledBack);
    }

    private LocalText Why(RulingCitation ruling)
    {
        var day = city.Calendar.LocalDate(ruling.At);
        return new($"依 {day:yyyy-MM-dd} 就诉求 {ruling.Number} 所作职责认定", $"By the ruling of {day:yyyy-MM-dd} in case {ruling.Number}");
    }
}
