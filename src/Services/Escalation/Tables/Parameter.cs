using System.Text.Json;
using Hotline.Contracts.Units;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Escalation.Tables;

/// <summary>Values on their way into a statement, null included.</summary>
internal static class Parameter
{
    public static NpgsqlParameter Id(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value };

    public static NpgsqlParameter Whole(int? value) => Of(value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Text(string? value) => Of(value, NpgsqlDbType.Text);

    public static NpgsqlParameter At(DateTimeOffset? value) => Of(value?.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    /// <summary>A unit as tables name it; '' for the hotline's own desk.</summary>
    public static string NameOf(UnitRef? unit) => unit?.ToString() ?? "";

    /// <summary>An enum as the word messages use for it.</summary>
    public static string WordOf<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
