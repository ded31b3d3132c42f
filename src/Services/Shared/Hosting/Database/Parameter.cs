using System.Text.Json;
using Hotline.Contracts.Cases;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Hosting.Database;

/// <summary>Values on their way into a statement, null included.</summary>
public static class Parameter
{
    /// <summary>uuid.</summary>
    public static NpgsqlParameter Id(Guid? value) => Of(value, NpgsqlDbType.Uuid);

    /// <summary>boolean.</summary>
    public static NpgsqlParameter Flag(bool? value) => Of(value, NpgsqlDbType.Boolean);

    /// <summary>integer.</summary>
    public static NpgsqlParameter Whole(int? value) => Of(value, NpgsqlDbType.Integer);

    /// <summary>numeric.</summary>
    public static NpgsqlParameter Amount(decimal? value) => Of(value, NpgsqlDbType.Numeric);

    /// <summary>text.</summary>
    public static NpgsqlParameter Text(string? value) => Of(value, NpgsqlDbType.Text);

    /// <summary>text: an enum as the word messages use for it.</summary>
    public static NpgsqlParameter Word<T>(T? value) where T : struct, Enum =>
        Text(value is { } word ? Contracts.Cases.Word.Of(word) : null);

    /// <summary>date.</summary>
    public static NpgsqlParameter Day(DateOnly? value) => Of(value, NpgsqlDbType.Date);

    /// <summary>timestamptz.</summary>
    public static NpgsqlParameter At(DateTimeOffset? value) => Of(value?.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    /// <summary>bytea.</summary>
    public static NpgsqlParameter Bytes(byte[]? value) => Of(value, NpgsqlDbType.Bytea);

    /// <summary>json, as messages write it.</summary>
    public static NpgsqlParameter Json<T>(T value) => Of(JsonSerializer.Serialize(value, CaseJson.Options), NpgsqlDbType.Json);

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
