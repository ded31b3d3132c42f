using System.Text.Json;
using Hotline.Ledger.Appending;
using Npgsql;

namespace Hotline.Load.Faults.Judging;

/// <summary>Reads all cases straight from the ledger's table and checks their chains.</summary>
internal static class LedgerReading
{
    private const string Select =
        "select case_id, version, type, number, data::text, sealed, at, actor, operation, hash from cases.event order by case_id, version";

    public static async Task<List<FoundCase>> ReadAsync(NpgsqlDataSource database)
    {
        var cases = new List<FoundCase>();
        var rows = new List<LedgerRow>();
        await using var command = database.CreateCommand(Select);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = Row(reader);
            if (rows.Count > 0 && rows[0].CaseId != row.CaseId)
            {
                cases.Add(Case(rows));
                rows.Clear();
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            cases.Add(Case(rows));
        }

        return cases;
    }

    private static LedgerRow Row(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetInt32(1),
        reader.GetString(2),
        reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.GetString(4),
        reader.IsDBNull(5) ? null : reader.GetFieldValue<byte[]>(5),
        reader.GetFieldValue<DateTimeOffset>(6),
        reader.GetString(7),
        reader.GetGuid(8),
        reader.GetFieldValue<byte[]>(9));

    private static FoundCase Case(List<LedgerRow> rows)
    {
        using var first = JsonDocument.Parse(rows[0].Data);
        var opening = first.RootElement;
        return new FoundCase(
            rows[0].CaseId,
            opening.GetProperty("number").GetString()!,
            opening.GetProperty("case").GetProperty("title").GetString()!,
            opening.TryGetProperty("text", out var text) ? text.GetString()! : "",
            HashChain.FirstBreak(rows) is null,
            [.. rows.Select(Event)]);
    }

    private static FoundEvent Event(LedgerRow row)
    {
        using var data = JsonDocument.Parse(row.Data);
        var root = data.RootElement;
        return new FoundEvent(
            row.Version,
            row.Type,
            root.GetProperty("case").GetProperty("status").GetString()!,
            row.At,
            Maybe("dueAt")?.GetDateTimeOffset() ?? Maybe("expiresAt")?.GetDateTimeOffset(),
            Maybe("offerId")?.GetGuid());

        JsonElement? Maybe(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value : null;
    }
}
