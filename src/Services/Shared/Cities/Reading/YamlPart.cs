using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Hotline.Cities.Reading;

/// <summary>A node of a YAML file. Like <see cref="TableRow"/>, it reports what is wrong and lets reading go on.</summary>
internal sealed class YamlPart(YamlNode node, string file, Faults faults)
{
    private readonly HashSet<string> _asked = [];

    public Position At => new(file, (int)node.Start.Line);

    /// <summary>The value of a scalar; empty for anything else.</summary>
    public string Text => (node as YamlScalarNode)?.Value ?? "";

    public IEnumerable<YamlPart> Items
    {
        get
        {
            if (node is YamlSequenceNode sequence)
                return sequence.Children.Select(Part);
            if (node is not YamlScalarNode { Value: "" or null })
                Fault("expected a list");
            return [];
        }
    }

    public IEnumerable<(YamlPart Key, YamlPart Value)> Entries
    {
        get
        {
            if (node is YamlMappingNode mapping)
                return mapping.Children.Select(pair => (Part(pair.Key), Part(pair.Value)));
            Fault("expected 'key: value' lines");
            return [];
        }
    }

    public bool IsMapping => node is YamlMappingNode;

    public YamlPart? Optional(string key)
    {
        _asked.Add(key);
        return node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? Part(value) : null;
    }

    public YamlPart? Required(string key)
    {
        var found = Optional(key);
        if (found is null)
            Fault($"'{key}' is missing");
        return found;
    }

    public string RequiredText(string key)
    {
        var part = Required(key);
        if (part is { Text.Length: 0 })
            part.Fault($"{key} is empty");
        return part?.Text ?? "";
    }

    public LocalText RequiredName(string key) =>
        Required(key) is { } part ? part.Reported(new LocalText(part.RequiredText("zh"), part.RequiredText("en"))) : default;

    public string[] Texts(string key) => [.. (Optional(key)?.Items ?? []).Select(item => item.Text)];

    public T Word<T>() where T : struct, Enum =>
        EnumText.TryParse<T>(Text, out var value) ? value : Wrong(EnumText.Choice<T>(), default(T));

    public DateOnly Date() => DateOnly.TryParseExact(Text, "yyyy-MM-dd", out var date) ? date : Wrong("a date like 2026-01-31", DateOnly.MinValue);

    public int Whole(int from, int to) =>
        int.TryParse(Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : Wrong($"a whole number from {from} to {to}", from);

    public double Number(double from, double to) =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : Wrong(string.Create(CultureInfo.InvariantCulture, $"a number from {from} to {to}"), from);

    public bool Flag() => Text switch
    {
        "true" => true,
        "false" => false,
        _ => Wrong("true or false", false),
    };

    public T Wrong<T>(string expected, T instead)
    {
        Fault($"'{Text}' found, expected {expected}");
        return instead;
    }

    /// <summary>Called when everything known has been asked for: what is left is a misspelled key.</summary>
    public T Reported<T>(T value)
    {
        if (node is YamlMappingNode mapping)
        {
            foreach (var key in mapping.Children.Keys.OfType<YamlScalarNode>().Where(key => !_asked.Contains(key.Value!)))
                faults.Add(new Position(file, (int)key.Start.Line), $"'{key.Value}' is not known here");
        }

        return value;
    }

    public void Fault(string what) => faults.Add(At, what);

    private YamlPart Part(YamlNode child) => new(child, file, faults);
}
