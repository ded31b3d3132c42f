using System.Text.Json;
using System.Text.Json.Nodes;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Tests.Samples;

namespace Hotline.Contracts.Tests.Events;

/// <summary>One fully filled event of each type.</summary>
internal static class EventSample
{
    public static TheoryData<string> Names => [.. CaseEventTypes.All.Select(CaseEventTypes.NameOf).Order(StringComparer.Ordinal)];

    /// <summary>As the bus and the ledger's open part know it.</summary>
    public static CaseEvent Of(string name) => WithSecrets(name) with { Secrets = null };

    public static CaseEvent WithSecrets(string name) =>
        (CaseEvent)Sample.Of(CaseEventTypes.Of(name), char.ToLowerInvariant(name[0]) + name[1..]);

    public static JsonNode Json(CaseEvent happened) => JsonSerializer.SerializeToNode(happened, happened.GetType(), CaseJson.Options)!;

    public static CaseEvent Read(string name, JsonNode json) =>
        (CaseEvent)json.Deserialize(CaseEventTypes.Of(name), CaseJson.Options)!;
}
