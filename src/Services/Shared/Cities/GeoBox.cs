using System.Globalization;

namespace Hotline.Cities;

/// <summary>The box that holds the whole city, degrees: a point outside of it is a slip of the keyboard.</summary>
public readonly record struct GeoBox(double South, double West, double North, double East)
{
    /// <summary>Used while <c>city.yaml</c> cannot be read: the earth.</summary>
    public static GeoBox World { get; } = new(-90, -180, 90, 180);

    public bool Contains(Coordinates point) =>
        point.Latitude >= South && point.Latitude <= North && point.Longitude >= West && point.Longitude <= East;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"latitude {South} to {North}, longitude {West} to {East}");
}
