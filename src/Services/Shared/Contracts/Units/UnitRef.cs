using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hotline.Contracts.Units;

/// <summary>Who can handle a case.</summary>
public enum UnitKind { Department, Merchant, Expert }

/// <summary>A unit in text form: <c>dept.water</c>, <c>merchant.m001</c>, <c>expert.psy01</c>.</summary>
[JsonConverter(typeof(UnitRefJsonConverter))]
public readonly record struct UnitRef(UnitKind Kind, string Code)
{
    public static UnitRef Department(string code) => new(UnitKind.Department, code);

    public static UnitRef Merchant(string code) => new(UnitKind.Merchant, code);

    public static UnitRef Expert(string code) => new(UnitKind.Expert, code);

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text names no unit.</exception>
    public static UnitRef Parse(string text) => TryParse(text, out var unit) ? unit : throw new FormatException($"'{text}' is not a unit.");

    /// <summary>Reads the text form, or says no.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out UnitRef unit)
    {
        unit = default;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot <= 0 || dot == text!.Length - 1)
            return false;
        UnitKind? kind = text[..dot] switch
        {
            "dept" => UnitKind.Department,
            "merchant" => UnitKind.Merchant,
            "expert" => UnitKind.Expert,
            _ => null,
        };
        if (kind is null)
            return false;
        unit = new UnitRef(kind.Value, text[(dot + 1)..]);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        UnitKind.Department => "dept." + Code,
        UnitKind.Merchant => "merchant." + Code,
        UnitKind.Expert => "expert." + Code,
    };
}

internal sealed class UnitRefJsonConverter : JsonConverter<UnitRef>
{
    public override UnitRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return UnitRef.TryParse(text, out var unit) ? unit : throw new JsonException($"'{text}' is not a unit such as dept.water.");
    }

    public override void Write(Utf8JsonWriter writer, UnitRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
