using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hotline.Launcher.Importing;

/// <summary>Something wrong with one field of a row.</summary>
internal sealed record RowFault(string Field, string Reason);

/// <summary>What a row says: a case to submit, or why not.</summary>
/// <param name="Row">Where it came from.</param>
/// <param name="Key">Identity of the row within its source.</param>
/// <param name="Case">Body of the request; null when there are faults.</param>
internal sealed record CaseRow(SourceRow Row, string Key, JsonObject? Case, IReadOnlyList<RowFault> Faults);

/// <summary>Turns rows into cases by a mapping. Pure.</summary>
/// <param name="mapping">How rows are read.</param>
/// <param name="fields">What is read of them; the case when left out.</param>
internal sealed partial class RowReading(Mapping mapping, IReadOnlyDictionary<string, FieldRule>? fields = null)
{
    private readonly Dates _dates = new(mapping);

    public CaseRow Read(SourceRow row)
    {
        var faults = new List<RowFault>();
        if (row.Fault is { } unreadable)
        {
            faults.Add(new RowFault("", unreadable));
            return new CaseRow(row, "", null, faults);
        }

        var body = new JsonObject();
        foreach (var (field, rule) in fields ?? mapping.Fields)
        {
            if (Value(field, rule, row, faults) is { } value)
            {
                Place(body, field, value);
            }
        }

        return new CaseRow(row, Key(row), faults.Count == 0 ? body : null, faults);
    }

    private JsonValue? Value(string field, FieldRule rule, SourceRow row, List<RowFault> faults)
    {
        var text = Fill(rule.Text ?? rule.Date ?? rule.Number ?? "", row.Columns).Trim();
        if (text.Length == 0 && rule.Flag is null)
        {
            if (rule.Required)
            {
                faults.Add(new RowFault(field, "is missing"));
            }

            return null;
        }

        return rule switch
        {
            { Flag: { } flag } => JsonValue.Create(flag),
            { Date: not null } => Date(field, text, faults),
            { Number: not null } => Number(field, text, faults),
            _ => Text(rule, text),
        };
    }

    private static JsonValue? Text(FieldRule rule, string text)
    {
        var value = rule.Map is null ? text : rule.Map.GetValueOrDefault(text);
        return value is null ? null : JsonValue.Create(rule.Max is { } max && value.Length > max ? Cut(value, max) : value);
    }

    /// <summary>Never between the halves of a character beyond the basic plane.</summary>
    private static string Cut(string text, int max)
    {
        var length = char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1;
        return text[..length] + "…";
    }

    private JsonValue? Date(string field, string text, List<RowFault> faults)
    {
        if (_dates.Parse(text) is { } date)
        {
            return JsonValue.Create(date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }

        faults.Add(new RowFault(field, $"is not a date: {text}"));
        return null;
    }

    private static JsonValue? Number(string field, string text, List<RowFault> faults)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return JsonValue.Create(number);
        }

        faults.Add(new RowFault(field, $"is not a number: {text}"));
        return null;
    }

    /// <summary>Without an id of its own, a row is what it says.</summary>
    private string Key(SourceRow row) => mapping.Row is { } template
        ? Fill(template, row.Columns)
        : string.Join('\u001f', row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}"));

    private static void Place(JsonObject body, string path, JsonValue value)
    {
        var names = path.Split('.');
        var parent = body;
        foreach (var name in names[..^1])
        {
            parent = parent[name] as JsonObject ?? Add(parent, name);
        }

        parent[names[^1]] = value;
    }

    private static JsonObject Add(JsonObject parent, string name)
    {
        var child = new JsonObject();
        parent[name] = child;
        return child;
    }

    private static string Fill(string template, IReadOnlyDictionary<string, string> columns) =>
        Columns().Replace(template, match => columns.GetValueOrDefault(match.Groups[1].Value, ""));

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Columns();
}
