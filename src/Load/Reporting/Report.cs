using System.Globalization;
using Hotline.Load.Measuring;
using Hotline.Servers.Controlling;

namespace Hotline.Load.Reporting;

/// <summary>What a run has to say, to people and to machines.</summary>
internal interface IReport
{
    string Title { get; }

    /// <summary>Printed by <c>--json</c>; names are camel case.</summary>
    object Json { get; }

    IReadOnlyList<Section> Sections { get; }

    IReadOnlyList<Plot> Plots { get; }
}

/// <summary>Rows that belong together.</summary>
internal sealed record Section(string Title, IReadOnlyList<Row> Rows)
{
    /// <summary>CPU of each process per success, of one or more phases, with the memory it held at the end.</summary>
    public static Section OfCpu(string title, IReadOnlyList<ProcessReport> processes, params Phase[] phases) => new(title,
        [.. phases[0].Cpu.ByProcess.Keys.Select(name => Row.Of(name, string.Join(" / ", phases.Select(phase => PerSuccess(phase, name))) + Memory(processes, name)))]);

    private static string PerSuccess(Phase phase, string name) => string.Create(
        CultureInfo.InvariantCulture, $"{phase.Cpu.ByProcess.GetValueOrDefault(name).TotalMilliseconds / Math.Max(1, phase.Driven.Succeeded):0.000}");

    private static string Memory(IReadOnlyList<ProcessReport> processes, string name) =>
        processes.FirstOrDefault(process => process.Name == name) is { } process ? $"    {process.MemoryMb} MB" : "";
}

/// <summary>A name and what was found.</summary>
internal sealed record Row(string Name, string Value)
{
    public static Row Of(string name, FormattableString value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    public static Row Of(string name, string value) => new(name, value);

    public static string Of(Percentiles p) => string.Create(CultureInfo.InvariantCulture, $"{p.P50:0.0} / {p.P95:0.0} / {p.P99:0.0} / {p.P999:0.0}");

    public static string Of(TimeSpan? time) => time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:0.0} s") : "not within the patience of this tool";
}
