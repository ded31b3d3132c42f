using Npgsql;

namespace Hotline.Feedback.Tables;

/// <summary>Values out of a row, null included.</summary>
internal static class Column
{
    public static string? Text(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static bool? Flag(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetBoolean(at);

    public static DateTimeOffset At(this NpgsqlDataReader row, int at) => row.GetFieldValue<DateTimeOffset>(at);

    public static DateTimeOffset? AtOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.At(at);

    public static T Word<T>(this NpgsqlDataReader row, int at) where T : struct, Enum => Enum.Parse<T>(row.GetString(at), ignoreCase: true);

    public static T? WordOrNull<T>(this NpgsqlDataReader row, int at) where T : struct, Enum => row.IsDBNull(at) ? null : row.Word<T>(at);
}
