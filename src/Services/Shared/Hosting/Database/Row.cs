using Npgsql;

namespace Hotline.Hosting.Database;

/// <summary>Values out of a row, null included.</summary>
public static class Row
{
    /// <summary>text.</summary>
    public static string? Text(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    /// <summary>boolean.</summary>
    public static bool? Flag(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetBoolean(at);

    /// <summary>integer.</summary>
    public static int? Whole(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt32(at);

    /// <summary>timestamptz not null.</summary>
    public static DateTimeOffset At(this NpgsqlDataReader row, int at) => row.GetFieldValue<DateTimeOffset>(at);

    /// <summary>timestamptz.</summary>
    public static DateTimeOffset? AtOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.At(at);

    /// <summary>text not null: an enum, written with <see cref="Parameter.Word"/>.</summary>
    public static T Word<T>(this NpgsqlDataReader row, int at) where T : struct, Enum => Enum.Parse<T>(row.GetString(at), ignoreCase: true);

    /// <summary>text: an enum, written with <see cref="Parameter.Word"/>.</summary>
    public static T? WordOrNull<T>(this NpgsqlDataReader row, int at) where T : struct, Enum => row.IsDBNull(at) ? null : row.Word<T>(at);
}
