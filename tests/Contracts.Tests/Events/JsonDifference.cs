using System.Text.Json.Nodes;
using Hotline.Contracts.Cases;

namespace Hotline.Contracts.Tests.Events;

/// <summary>One place where two JSON values differ.</summary>
internal sealed record JsonDifference(string Path, JsonNode? Before, JsonNode? Now)
{
    public bool IsAddition => Before is null;

    public override string ToString() => (Before, Now) switch
    {
        (null, _) => $"{Path} is new: {Text(Now)}",
        (_, null) => $"{Path} is gone; it was {Text(Before)}",
        _ => $"{Path} was {Text(Before)} and is {Text(Now)}",
    };

    public static IEnumerable<JsonDifference> Between(JsonNode? before, JsonNode? now, string path = "$") => (before, now) switch
    {
        (JsonObject one, JsonObject other) => one.Select(member => member.Key).Union(other.Select(member => member.Key))
            .SelectMany(name => Between(one[name], other[name], $"{path}.{name}")),
        (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other)
            .SelectMany((pair, index) => Between(pair.First, pair.Second, $"{path}[{index}]")),
        _ => JsonNode.DeepEquals(before, now) ? [] : [new JsonDifference(path, before, now)],
    };

    private static string? Text(JsonNode? node) => node?.ToJsonString(CaseJson.Options);
}
