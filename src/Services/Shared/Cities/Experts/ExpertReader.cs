using Hotline.Cities.Reading;

namespace Hotline.Cities.Experts;

/// <summary>Reads <c>teams.csv</c> and <c>experts.csv</c>.</summary>
internal static class ExpertReader
{
    public const string TeamFile = "teams.csv";
    public const string File = "experts.csv";

    private static readonly ExpertTeam NoTeam = new("", default, [], Sealed: false);

    public static List<Sourced<ExpertTeam>> ReadTeams(CityFolder folder) =>
        [.. CsvTable.Read(folder, TeamFile, "code", "zh", "en", "trades", "sealed").Select(Team)];

    public static List<Sourced<Expert>> Read(CityFolder folder, IReadOnlyCollection<Sourced<ExpertTeam>> teams) =>
        [.. CsvTable.Read(folder, File, "code", "zh", "en", "title_zh", "title_en", "team", "trades", "duty", "capacity")
            .Select(row => new Sourced<Expert>(Expert(row, teams), row.At))];

    private static Sourced<ExpertTeam> Team(TableRow row)
    {
        row.Required("trades");
        return new(new(row.Code(), row.Name(), [.. row.List("trades")], row.Flag("sealed")), row.At);
    }

    private static Expert Expert(TableRow row, IReadOnlyCollection<Sourced<ExpertTeam>> teams)
    {
        var team = teams.Select(one => one.Value).FirstOrDefault(one => one.Code == row.Optional("team"));
        if (team is null)
            row.Fault($"unknown team '{row.Optional("team")}'");
        return new Expert(
            row.Code(), row.Name(), row.Name("title_zh", "title_en"), team ?? NoTeam, [.. row.List("trades")], row.Hours("duty"), row.Whole("capacity", 1, 100));
    }
}
