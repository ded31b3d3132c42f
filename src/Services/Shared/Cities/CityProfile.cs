using System.Globalization;
using Hotline.Cities.Reading;

namespace Hotline.Cities;

/// <summary>What <c>city.yaml</c> says of the city itself.</summary>
/// <param name="HotlineNumber">The one number citizens dial.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record CityProfile(string Code, LocalText Name, LocalText HotlineName, string HotlineNumber, string Currency, TimeZoneInfo Zone, GeoBox Bounds)
{
    internal const string File = "city.yaml";

    /// <summary>An instant as people of the city write it, to the minute.</summary>
    public string LocalTime(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    internal static CityProfile? Read(CityFolder folder)
    {
        if (YamlFile.Read(folder, File) is not { } root)
            return null;
        var profile = new CityProfile(
            root.RequiredText("code"),
            root.RequiredName("name"),
            root.RequiredName("hotlineName"),
            root.RequiredText("hotlineNumber"),
            root.RequiredText("currency"),
            root.Required("timeZone") is { } zone ? ReadZone(zone) : TimeZoneInfo.Utc,
            root.Required("bounds") is { } bounds ? ReadBounds(bounds) : GeoBox.World);
        return root.Reported(profile);
    }

    private static TimeZoneInfo ReadZone(YamlPart part) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(part.Text, out var zone) ? zone : part.Wrong("a time zone like Asia/Shanghai", TimeZoneInfo.Utc);

    private static GeoBox ReadBounds(YamlPart part)
    {
        double Degrees(string key, double limit) => part.Required(key)?.Number(-limit, limit) ?? 0;
        var box = new GeoBox(Degrees("south", 90), Degrees("west", 180), Degrees("north", 90), Degrees("east", 180));
        if (box.South >= box.North || box.West >= box.East)
            part.Fault("expected south < north and west < east");
        return part.Reported(box);
    }
}
