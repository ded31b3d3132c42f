using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotline.Launcher.Importing;

/// <summary>Elements of a JSON array, or one object per line.</summary>
internal static class JsonRows
{
    private static readonly JsonDocumentOptions _lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static IEnumerable<SourceRow> Read(string path)
    {
        var encoding = TextEncoding.Of(path);
        using var reader = new StreamReader(path, encoding);
        while (char.IsWhiteSpace((char)reader.Peek()))
        {
            reader.Read();
        }

        return reader.Peek() == '[' ? Array(path, File.ReadAllText(path, encoding)) : Lines(File.ReadLines(path, encoding));
    }

    private static IEnumerable<SourceRow> Array(string path, string text)
    {
        try
        {
            return [.. JsonNode.Parse(text, documentOptions: _lenient)!.AsArray().Select((element, index) => Row(index + 1, element))];
        }
        catch (JsonException fault)
        {
            throw new LaunchFailedException($"{path}({fault.LineNumber + 1}): {fault.Message}");
        }
    }

    private static IEnumerable<SourceRow> Lines(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Line(number, line);
            }
        }
    }

    private static SourceRow Line(int number, string line)
    {
        try
        {
            return Row(number, JsonNode.Parse(line, documentOptions: _lenient));
        }
        catch (JsonException fault)
        {
            return new SourceRow(number, new Dictionary<string, string>(), Fault: $"is not JSON: {fault.Message}");
        }
    }

    private static SourceRow Row(int number, JsonNode? element) => element is JsonObject json
        ? new SourceRow(number, Flatten(json, "").ToDictionary(), json)
        : new SourceRow(number, new Dictionary<string, string>(), Fault: "is not an object");

    /// <summary>Nested members become dotted columns.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Flatten(JsonObject json, string prefix) =>
        json.SelectMany(member => member.Value switch
        {
            null => [],
            JsonObject nested => Flatten(nested, $"{prefix}{member.Key}."),
            JsonValue value => [KeyValuePair.Create(prefix + member.Key, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")],
            _ => [KeyValuePair.Create(prefix + member.Key, member.Value.ToJsonString())],
        });
}
