using System.Globalization;

namespace Hotline.Cities.Reading;

internal static class RowPoints
{
    /// <summary>The columns <c>latitude</c> and <c>longitude</c>, inside of the city.</summary>
    public static Coordinates Point(this TableRow row, GeoBox bounds)
    {
        var faulty = !double.TryParse(row.Optional("latitude"), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            | !double.TryParse(row.Optional("longitude"), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude);
        var point = new Coordinates(latitude, longitude);
        if (faulty)
            row.Fault($"latitude and longitude are '{row.Optional("latitude")}' and '{row.Optional("longitude")}', expected degrees like 29.2712");
        else if (!bounds.Contains(point))
            row.Fault(string.Create(CultureInfo.InvariantCulture, $"coordinates {latitude}, {longitude} are out of range: the city lies in {bounds}"));
        return point;
    }
}
