using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>What a problem says to people: <c>title</c> is the same each time, <c>detail</c> has placeholders {0}, {1} for the occurrence.</summary>
public sealed record ErrorText(string Title, string? Detail)
{
    /// <summary>The detail with the values filled in; placeholders without a value stay empty.</summary>
    public string? DetailWith(IReadOnlyList<string> arguments)
    {
        if (Detail is null)
            return null;
        var values = new object[Math.Max(arguments.Count, 10)];
        Array.Fill(values, "");
        for (var i = 0; i < arguments.Count; i++)
            values[i] = arguments[i];
        return string.Format(CultureInfo.InvariantCulture, Detail, values);
    }
}

/// <summary>Texts of all error codes, by language. Each assembly brings its own in <c>Errors/Texts.json</c>:
/// <c>{"illegal-transition": {"zh-CN": {"title": "…", "detail": "…{0}…"}, "en": {…}}}</c>.</summary>
public sealed class ErrorTexts
{
    private const string ResourceName = "Hotline.ErrorTexts.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private readonly FrozenDictionary<string, Dictionary<string, ErrorText>> byCode;

    private ErrorTexts(Dictionary<string, Dictionary<string, ErrorText>> byCode) =>
        this.byCode = byCode.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code that has a text.</summary>
    public IReadOnlyCollection<string> Codes => byCode.Keys;

    /// <summary>The text of a code, or null when there is none in that language.</summary>
    public ErrorText? Find(string code, string language) =>
        byCode.TryGetValue(code, out var languages) && languages.TryGetValue(language, out var text) ? text : null;

    /// <summary>Reads the texts of an assembly and of every Hotline assembly it references. The nearest wins.</summary>
    public static ErrorTexts Of(Assembly root)
    {
        var byCode = new Dictionary<string, Dictionary<string, ErrorText>>(StringComparer.Ordinal);
        foreach (var assembly in Reachable(root))
        {
            foreach (var (code, languages) in Read(assembly))
                byCode.TryAdd(code, languages);
        }
        return new ErrorTexts(byCode);
    }

    private static IEnumerable<Assembly> Reachable(Assembly root)
    {
        var seen = new HashSet<string?> { root.FullName };
        var queue = new Queue<Assembly>([root]);
        while (queue.TryDequeue(out var assembly))
        {
            yield return assembly;
            foreach (var name in assembly.GetReferencedAssemblies())
            {
                if (name.Name!.StartsWith("Hotline.", StringComparison.Ordinal) && seen.Add(name.FullName))
                    queue.Enqueue(Assembly.Load(name));
            }
        }
    }

    private static Dictionary<string, Dictionary<string, ErrorText>> Read(Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(ResourceName);
        return stream is null
            ? []
            : JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, ErrorText>>>(stream, Json) ?? [];
    }
}
