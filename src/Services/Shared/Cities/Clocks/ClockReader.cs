using Hotline.Cities.Calendars;
using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Clocks;

/// <summary>Reads <c>clocks.yaml</c>.</summary>
internal static class ClockReader
{
    public const string File = "clocks.yaml";

    public static ClockTable Read(CityFolder folder)
    {
        var table = new ClockTable();
        if (YamlFile.Read(folder, File) is not { } root)
            return table;

        table.WarnAt = root.Required("warnAt")?.Number(0.01, 0.99) ?? 0.8;
        table.LongestExtension = root.Optional("longestExtension")?.Whole(1, 60) ?? table.LongestExtension;
        if (root.Required("clocks") is { } clocks)
            ReadClocks(clocks, table);
        foreach (var item in root.Optional("exceptions")?.Items ?? [])
            table.Exceptions.Add(new(item.Reported(Exception(item)), item.At));
        foreach (var item in root.Required("ladder")?.Items ?? [])
            table.Ladder.Add(new(item.Reported(Rung(item)), item.At));
        return root.Reported(table);
    }

    private static void ReadClocks(YamlPart clocks, ClockTable table)
    {
        foreach (var clock in Enum.GetValues<ClockName>())
        {
            if (clocks.Required(Word.Of(clock)) is not { } row)
                continue;
            foreach (var urgency in Enum.GetValues<Urgency>())
            {
                if (row.Required(Word.Of(urgency)) is { } cell)
                    ReadCell(table, clock, urgency, cell);
            }

            row.Reported(row);
        }

        clocks.Reported(clocks);
    }

    private static void ReadCell(ClockTable table, ClockName clock, Urgency urgency, YamlPart cell)
    {
        foreach (var type in Enum.GetValues<CaseType>())
        {
            var figure = cell.IsMapping ? cell.Required(Word.Of(type)) : cell;
            if (figure is not null)
                table.Cells[(clock, urgency, type)] = Duration(figure, report: cell.IsMapping || type == CaseType.Inquiry);
        }

        cell.Reported(cell);
    }

    private static ClockException Exception(YamlPart item) => new(
        item.Required("clock")?.Word<ClockName>() ?? default,
        item.RequiredText("category"),
        item.Optional("urgency")?.Word<Urgency>(),
        item.Optional("type")?.Word<CaseType>(),
        item.Required("within") is { } within ? Duration(within) : default,
        item.RequiredName("why"));

    private static LadderRung Rung(YamlPart item) => new(
        item.Required("act")?.Word<LadderAct>() ?? default,
        item.Optional("level")?.Whole(1, 3) ?? 0,
        item.Required("after") is { } after ? Duration(after) : default);

    private static WorkingDuration Duration(YamlPart part, bool report = true)
    {
        if (WorkingDuration.TryParse(part.Text, out var duration))
            return duration;
        return report ? part.Wrong("a limit like '15 min', '24 h', '2 working hours' or '10 working days'", duration) : duration;
    }
}

/// <summary>The clock table as read, before the calendar it needs is known to be sound.</summary>
internal sealed class ClockTable
{
    public double WarnAt { get; set; } = 0.8;

    /// <summary>Working days.</summary>
    public int LongestExtension { get; set; } = 10;

    public Dictionary<(ClockName, Urgency, CaseType), WorkingDuration> Cells { get; } = [];

    public List<Sourced<ClockException>> Exceptions { get; } = [];

    public List<Sourced<LadderRung>> Ladder { get; } = [];

    public ClockPolicy With(WorkingCalendar calendar) =>
        new(calendar, Cells, Exceptions.Select(one => one.Value), Ladder.Select(rung => rung.Value), WarnAt, LongestExtension);
}
