using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hotline.Contracts.Cases;

namespace Hotline.Ledger.Erasing;

/// <summary>Tells what people wrote from what the record needs. Every text of an event is taken for somebody's words unless it is named here, so that an
/// event nobody thought of gives nothing away.</summary>
public static class Wording
{
    private const string Case = "case";

    /// <summary>Texts that are codes, numbers of the office or references: nobody's words and nobody's person.</summary>
    public static IReadOnlySet<string> Codes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "number", "actor", "category", "area", "rule", "clock", "submitter", "legalBasis", "articles", "chain", "officer", "from", "to", "into", "splitFrom", "type", "sha256",
    };

    /// <summary>The event without anything of the citizen: no words, no name, no phone number, no place.</summary>
    /// <param name="type">Ledger name of the event.</param>
    /// <param name="json">The event as the ledger has it.</param>
    public static string Erase(string type, string json) => Erased(CaseEventTypes.Of(type), JsonNode.Parse(json)!.AsObject()).ToJsonString(CaseJson.Options);

    /// <summary>The event without its own words, and the members that held some. The case it carries stays as it is.</summary>
    public static (string Json, JsonObject Words) TakeOut(string type, string json)
    {
        var whole = JsonNode.Parse(json)!.AsObject();
        var rest = Erased(CaseEventTypes.Of(type), whole);
        rest[Case] = whole[Case]!.DeepClone();
        var held = whole.Where(member => !JsonNode.DeepEquals(member.Value, rest[member.Key]));
        return (rest.ToJsonString(CaseJson.Options), new JsonObject(held.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));
    }

    /// <summary>Puts back what <see cref="TakeOut"/> took.</summary>
    public static string PutBack(string json, string words)
    {
        var whole = JsonNode.Parse(json)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(words)!.AsObject())
            whole[name] = value?.DeepClone();
        return whole.ToJsonString(CaseJson.Options);
    }

    private static JsonObject Erased(Type type, JsonObject whole)
    {
        var members = CaseJson.Options.GetTypeInfo(type).Properties.ToDictionary(member => member.Name, StringComparer.Ordinal);
        var rest = new JsonObject();
        foreach (var (name, value) in whole)
        {
            if (members.TryGetValue(name, out var member) && Erased(member, value) is { } kept)
                rest[name] = kept;
        }
        return rest;
    }

    private static JsonNode? Erased(JsonPropertyInfo member, JsonNode? value)
    {
        var type = member.PropertyType;
        if (member.Name is "latitude" or "longitude")
            return null;
        if (type == typeof(string) && !Codes.Contains(member.Name))
            return member.IsGetNullable ? null : CaseSummary.Hidden;
        return value switch
        {
            JsonArray when type.IsAssignableTo(typeof(IEnumerable<string>)) && !Codes.Contains(member.Name) => new JsonArray(),
            JsonArray items => new JsonArray([.. items.Select(item => item is JsonObject one ? Erased(type.GenericTypeArguments[0], one) : item?.DeepClone())]),
            JsonObject one => Erased(type, one),
            _ => value?.DeepClone(),
        };
    }
}
