using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Contracts.Cases;

/// <summary>Identity of a case. The text form, also its grain key, is <c>case-</c> and 32 hex digits:
/// the prefix keeps ADO.NET grain storage from reading the key as a number.</summary>
[JsonConverter(typeof(CaseIdJsonConverter))]
public readonly record struct CaseId(Guid Value)
{
    private const string Prefix = "case-";

    /// <summary>The key of the case's grain.</summary>
    public string GrainKey => Prefix + Value.ToString("N");

    /// <summary>Reads <see cref="GrainKey"/> back.</summary>
    /// <exception cref="FormatException">The text is not a grain key of a case.</exception>
    public static CaseId FromGrainKey(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(key.AsSpan(Prefix.Length), "N", out var value)
            ? new CaseId(value)
            : throw new FormatException($"'{key}' is not the key of a case.");

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

internal sealed class CaseIdJsonConverter : JsonConverter<CaseId>
{
    public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
