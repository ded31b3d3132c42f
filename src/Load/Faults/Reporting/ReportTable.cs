using System.Globalization;
using Spectre.Console;

namespace Hotline.Load.Faults.Reporting;

/// <summary>The report for people.</summary>
internal static class ReportTable
{
    public static void Write(IAnsiConsole console, FaultReport report)
    {
        var faults = new Table().AddColumns("at s", "fault", "target", "for s", "intake again after s", "");
        foreach (var fault in report.Faults)
        {
            faults.AddRow(
                Number(fault.At), fault.Kind, Markup.Escape(fault.Target), Number(fault.Seconds), fault.RecoverySeconds is { } took ? Number(took) : "–",
                Markup.Escape(fault.Happened ? fault.Note ?? "" : $"did not happen: {fault.Note}"));
        }

        console.Write(faults);
        var counts = new Table().AddColumns("", "");
        foreach (var (name, value) in Counts(report))
        {
            counts.AddRow(name, value);
        }

        console.Write(counts);
        foreach (var finding in report.Findings)
        {
            console.MarkupLineInterpolated($"[red]{finding}[/]");
        }

        console.MarkupLineInterpolated($"[{(report.Holds ? "green" : "red")}]{(report.Holds ? "holds" : "broken")}[/]; again with --seed {report.Seed}");
    }

    private static IEnumerable<(string Name, string Value)> Counts(FaultReport report) =>
    [
        ("attempted", Number(report.Attempted)),
        ("acknowledged", Number(report.Acknowledged)),
        ("present", Number(report.Present)),
        ("lost", Number(report.Lost)),
        ("duplicated", Number(report.Duplicated)),
        ("illegal", Number(report.Illegal)),
        ("late deadlines", Number(report.LateDeadlines)),
        ("drain time", $"{Number(report.DrainSeconds)} s{(report.NotDrained is { } left ? Markup.Escape($", then still {left}") : "")}"),
        ("acts acknowledged", Number(report.Acts)),
        ("requests repeated", Number(report.Retries)),
        ("answers", string.Join(", ", report.Answers.Select(answer => $"{(answer.Key == 0 ? "none" : answer.Key)}: {Number(answer.Value)}"))),
        ("never answered", Number(report.Unknown)),
        ("kills", Number(report.Kills)),
        ("longest until intake again", report.RecoverySecondsMax is { } longest ? $"{Number(longest)} s" : "–"),
    ];

    private static string Number(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);
}
