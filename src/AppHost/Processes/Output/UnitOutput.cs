using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotline.AppHost.Processes.Output;

/// <summary>What one process says: all of it into its log, what a person wants to see onto the terminal.</summary>
internal sealed partial class UnitOutput(string name, RotatingFile file, Terminal terminal, bool quiet, TimeProvider time)
{
    /// <summary>A line of the process.</summary>
    public void Line(string text)
    {
        var plain = LeadingTime().Replace(Escapes().Replace(text, ""), "");
        Write(plain);
        if (!quiet || Severities.Of(plain) >= Severity.Warning)
        {
            terminal.Line(name, plain);
        }
    }

    /// <summary>A line of ours about the process.</summary>
    public void Note(string text)
    {
        Write($"-- {text}");
        terminal.Note(name, text);
    }

    private void Write(string text) =>
        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():yyyy-MM-dd'T'HH:mm:ss.fffK} {text}"));

    /// <summary>Every line gets the time it came; one that brings its own would show two.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d\d:\d\d| [A-Z]{3,4})? ")]
    private static partial Regex LeadingTime();

    /// <summary>Colors of terminals.</summary>
    [GeneratedRegex("\e\\[[0-9;]*m")]
    private static partial Regex Escapes();
}
