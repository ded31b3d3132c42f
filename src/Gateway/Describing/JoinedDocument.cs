using System.Text.Json.Nodes;

namespace Hotline.Gateway.Describing;

/// <summary>Joins the OpenAPI documents of the services into one. Pure.</summary>
internal static class JoinedDocument
{
    private static readonly string[] Sections = ["schemas", "responses", "parameters", "requestBodies", "securitySchemes", "headers", "examples"];

    /// <summary>One document; a schema that two services name alike but describe differently gets its service's name in front.</summary>
    /// <param name="documents">Documents by service.</param>
    /// <param name="absent">Services that could not be asked.</param>
    public static JsonObject Join(IEnumerable<KeyValuePair<string, JsonObject>> documents, IReadOnlyCollection<string> absent)
    {
        var paths = new JsonObject();
        var components = new JsonObject();
        foreach (var (service, original) in documents)
        {
            var document = Renamed(service, original, components);
            foreach (var (path, item) in Children(document["paths"]))
                AddOperations(paths, path, service, item!.AsObject());
            foreach (var section in Sections)
                AddAll(components, section, document["components"]?[section]);
        }
        var joined = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Hotline", ["version"] = "v1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = components,
        };
        if (absent.Count > 0)
            joined["x-hotline-absent"] = new JsonArray([.. absent.Select(service => JsonValue.Create(service))]);
        return joined;
    }

    private static JsonObject Renamed(string service, JsonObject document, JsonObject components)
    {
        var taken = Children(document["components"]?["schemas"])
            .Where(schema => components["schemas"]?[schema.Key] is { } other && !JsonNode.DeepEquals(other, schema.Value))
            .Select(schema => schema.Key).ToList();
        if (taken.Count == 0)
            return document;
        var text = document.ToJsonString();
        foreach (var name in taken)
            text = text.Replace($"\"#/components/schemas/{name}\"", $"\"#/components/schemas/{NewName(service, name)}\"", StringComparison.Ordinal);
        var renamed = JsonNode.Parse(text)!.AsObject();
        var schemas = renamed["components"]!["schemas"]!.AsObject();
        foreach (var name in taken)
        {
            var schema = schemas[name];
            schemas.Remove(name);
            schemas[NewName(service, name)] = schema;
        }
        return renamed;
    }

    private static string NewName(string service, string name) => char.ToUpperInvariant(service[0]) + service[1..] + name;

    private static void AddOperations(JsonObject paths, string path, string service, JsonObject item)
    {
        if (!path.StartsWith("/api/", StringComparison.Ordinal))
            return;
        var target = paths[path]?.AsObject();
        if (target is null)
            paths[path] = target = [];
        foreach (var (method, operation) in Children(item))
        {
            if (target.ContainsKey(method))
                continue;
            var copy = operation!.DeepClone();
            if (copy is JsonObject described && !IsTagged(described))
                described["tags"] = new JsonArray(JsonValue.Create(service));
            target[method] = copy;
        }
    }

    // Without a tag of its own an operation carries the name of its assembly, which means nothing to a reader.
    private static bool IsTagged(JsonObject operation) =>
        operation["tags"]?.AsArray() is [var first, ..] && !first!.GetValue<string>().StartsWith("Hotline.", StringComparison.Ordinal);

    private static void AddAll(JsonObject components, string section, JsonNode? source)
    {
        foreach (var (name, value) in Children(source))
        {
            var target = components[section]?.AsObject();
            if (target is null)
                components[section] = target = [];
            target.TryAdd(name, value?.DeepClone());
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Children(JsonNode? node) => node as JsonObject ?? [];
}
