using Hotline.Contracts.Units;
using Npgsql;

namespace Hotline.Escalation.Tables;

/// <summary>Values out of a row, null included.</summary>
internal static class Column
{
    public static string? Text(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    /// <summary>The unit named by <see cref="Parameter.NameOf"/>.</summary>
    public static UnitRef? Unit(this NpgsqlDataReader row, int at) => row.GetString(at) is { Length: > 0 } name ? UnitRef.Parse(name) : null;

    public static int? Whole(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt32(at);

    public static DateTimeOffset At(this NpgsqlDataReader row, int at) => row.GetFieldValue<DateTimeOffset>(at);

    public static DateTimeOffset? AtOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.At(at);

    public static T Word<T>(this NpgsqlDataReader row, int at) where T : struct, Enum => Enum.Parse<T>(row.GetString(at), ignoreCase: true);
}
