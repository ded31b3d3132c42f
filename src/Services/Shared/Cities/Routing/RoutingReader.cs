using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Routing;

/// <summary>Reads <c>routing.csv</c>.</summary>
internal static class RoutingReader
{
    public const string File = "routing.csv";

    public static List<Sourced<RoutingRule>> Read(CityFolder folder) =>
        [.. CsvTable.Read(folder, File, "id", "version", "category", "area", "kind", "lead", "assisting", "from", "to", "why_zh", "why_en")
            .Select(row => new Sourced<RoutingRule>(Rule(row), row.At))];

    private static RoutingRule Rule(TableRow row)
    {
        var from = row.Date("from");
        var to = row.OptionalDate("to");
        if (to < from)
            row.Fault($"the rule ends on {to:yyyy-MM-dd} before it begins on {from:yyyy-MM-dd}");
        return new RoutingRule(
            row.Required("id"),
            row.Whole("version", 1, 10_000),
            row.Required("category"),
            row.Required("area") is "*" ? null : row.Optional("area"),
            row.Optional("kind") == "*" ? null : row.Word<CaseKind>("kind"),
            Unit(row, "lead", row.Required("lead")),
            [.. row.List("assisting").Select(text => Unit(row, "assisting", text))],
            from,
            to,
            row.Name("why_zh", "why_en"));
    }

    private static UnitRef Unit(TableRow row, string column, string text)
    {
        if (UnitRef.TryParse(text, out var unit))
            return unit;
        row.Fault($"{column} is '{text}', expected a unit like dept.water");
        return default;
    }
}
