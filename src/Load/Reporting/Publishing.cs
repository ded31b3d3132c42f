using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Launcher;
using Spectre.Console;

namespace Hotline.Load.Reporting;

/// <summary>Prints a report, as a table or as JSON, and writes the page.</summary>
internal static class Publishing
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="folder">Where the page goes.</param>
    /// <param name="report">What was found.</param>
    /// <param name="json">JSON on standard output instead of the table.</param>
    public static void Publish(string folder, IReport report, bool json)
    {
        var now = TimeProvider.System.GetUtcNow();
        var page = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{report.Title.ToLowerInvariant()}-{now:yyyyMMdd-HHmmss}.html");
        File.WriteAllText(page, HtmlReport.Of(report, now.ToString("u", CultureInfo.InvariantCulture)));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(report.Json, _json));
        }
        else
        {
            Print(report);
        }

        Say.Step($"Report with plots: {page}");
    }

    private static void Print(IReport report)
    {
        foreach (var section in report.Sections)
        {
            var table = new Table().RoundedBorder().Title($"[bold]{Markup.Escape(section.Title)}[/]");
            table.AddColumn("").AddColumn(new TableColumn("").RightAligned()).HideHeaders();
            foreach (var row in section.Rows)
            {
                table.AddRow(Markup.Escape(row.Name), Markup.Escape(row.Value));
            }

            Say.Out.Write(table);
        }
    }
}
