using System.Text.Json;
using Hotline.Contracts.Cases;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Feedback.Tables;

/// <summary>Values on their way into a statement, null included.</summary>
internal static class Parameter
{
    public static NpgsqlParameter Id(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value };

    public static NpgsqlParameter Flag(bool? value) => Of(value, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Whole(int? value) => Of(value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Text(string? value) => Of(value, NpgsqlDbType.Text);

    public static NpgsqlParameter At(DateTimeOffset? value) => Of(value?.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Bytes(byte[]? value) => Of(value, NpgsqlDbType.Bytea);

    public static NpgsqlParameter Json<T>(T value) => Of(JsonSerializer.Serialize(value, CaseJson.Options), NpgsqlDbType.Json);

    /// <summary>An enum as the word messages use for it.</summary>
    public static NpgsqlParameter Word<T>(T? value) where T : struct, Enum =>
        Text(value is { } word ? Tables.Word.Of(word) : null);

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
