using Hotline.Cities.Reading;

namespace Hotline.Cities.Areas;

/// <summary>Reads <c>areas.csv</c>.</summary>
internal static class AreaReader
{
    public const string File = "areas.csv";

    public static List<Sourced<Area>> Read(CityFolder folder, GeoBox bounds) =>
        [.. CsvTable.Read(folder, File, "code", "zh", "en", "level", "latitude", "longitude", "population")
            .Select(row => new Sourced<Area>(
                new(row.Code(), row.Name(), row.Word<AreaLevel>("level"), row.Point(bounds), row.Whole("population", 1, 10_000_000)), row.At))];
}
