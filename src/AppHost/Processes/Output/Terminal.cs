using System.Globalization;

namespace Hotline.AppHost.Processes.Output;

/// <param name="writer">Where lines go.</param>
/// <param name="colors">Whether somebody sees them.</param>
/// <param name="notesOnly">Leaves out what processes say: behind a launcher that has gone, their own logs are enough.</param>
/// <param name="time">For the clock on each line.</param>
/// <summary>One line after another, each with the process it comes from in a color of its own.</summary>
internal sealed class Terminal(TextWriter writer, bool colors, bool notesOnly, TimeProvider time)
{
    private const int NameWidth = 13;

    /// <summary>A stack trace in one line would fill the screen; the log has all of it.</summary>
    private const int Longest = 240;

    private const string Reset = "\e[0m";
    private const string Dim = "\e[2m";
    private const string Bold = "\e[1m";
    private const string Yellow = "\e[33m";
    private const string Red = "\e[31m";

    private static readonly string[] _palette = ["\e[36m", "\e[32m", "\e[35m", "\e[34m", "\e[96m", "\e[92m", "\e[95m", "\e[94m"];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _colors = [];

    public void Line(string name, string text)
    {
        if (!notesOnly)
        {
            Write(name, text.Length > Longest ? text[..Longest] + " …" : text, ColorOf(text));
        }
    }

    public void Note(string name, string text) => Write(name, text, Bold);

    private void Write(string name, string text, string color)
    {
        lock (_lock)
        {
            var clock = time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            var padded = name.PadRight(NameWidth);
            writer.WriteLine(colors
                ? $"{Dim}{clock}{Reset} {ColorFor(name)}{padded}{Reset} {color}{text}{Reset}"
                : $"{clock} {padded} {text}");
            writer.Flush();
        }
    }

    private string ColorFor(string name) =>
        _colors.TryGetValue(name, out var color) ? color : _colors[name] = _palette[_colors.Count % _palette.Length];

    private static string ColorOf(string text) => Severities.Of(text) switch
    {
        Severity.Error => Red,
        Severity.Warning => Yellow,
        Severity.Detail => Dim,
        Severity.Information => "",
    };
}
