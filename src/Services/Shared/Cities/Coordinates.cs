namespace Hotline.Cities;

/// <summary>A point on earth, WGS 84, degrees.</summary>
public readonly record struct Coordinates(double Latitude, double Longitude)
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>Great-circle distance in kilometers (haversine).</summary>
    public double KilometersTo(Coordinates other)
    {
        var lat = Radians(other.Latitude - Latitude);
        var lon = Radians(other.Longitude - Longitude);
        var chord = Math.Pow(Math.Sin(lat / 2), 2)
            + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Math.Pow(Math.Sin(lon / 2), 2);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
