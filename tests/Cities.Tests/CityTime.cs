using System.Globalization;

namespace Hotline.Cities.Tests;

/// <summary>Instants written as the clocks of the demo city show them.</summary>
internal static class CityTime
{
    public static DateTimeOffset Of(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
