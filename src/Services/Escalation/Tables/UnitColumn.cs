using Hotline.Contracts.Units;
using Npgsql;

namespace Hotline.Escalation.Tables;

/// <summary>Units as the tables name them: the hotline's own desk by nothing.</summary>
internal static class UnitColumn
{
    public static string NameOf(UnitRef? unit) => unit?.ToString() ?? "";

    public static UnitRef? Unit(this NpgsqlDataReader row, int at) => row.GetString(at) is { Length: > 0 } name ? UnitRef.Parse(name) : null;
}
