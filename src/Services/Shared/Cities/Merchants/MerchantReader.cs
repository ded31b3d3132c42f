using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Cities.Departments;
using Hotline.Cities.Reading;

namespace Hotline.Cities.Merchants;

/// <summary>Reads <c>merchants.csv</c>.</summary>
internal static partial class MerchantReader
{
    public const string File = "merchants.csv";

    public static List<Sourced<Merchant>> Read(CityFolder folder, GeoBox bounds) =>
        [.. CsvTable.Read(folder, File, "code", "zh", "en", "services", "areas", "latitude", "longitude", "credit", "duty")
            .Select(row => new Sourced<Merchant>(Merchant(row, bounds), row.At))];

    private static Merchant Merchant(TableRow row, GeoBox bounds) => new(
        row.Code(), row.Name(), Services(row), row.Areas(), row.Point(bounds), row.Whole("credit", 0, 100), row.Hours("duty"));

    private static ImmutableArray<MerchantService> Services(TableRow row)
    {
        var services = new List<MerchantService>();
        row.Required("services");
        foreach (var text in row.List("services"))
        {
            if (Service(text) is not { } service)
                row.Fault($"service '{text}' is not written as 'home.water.leak=60-180'");
            else if (services.Exists(other => other.Category == service.Category))
                row.Fault($"service '{service.Category}' is listed twice");
            else
                services.Add(service);
        }

        return [.. services];
    }

    private static MerchantService? Service(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
            return null;
        var from = decimal.Parse(match.Groups["from"].ValueSpan, CultureInfo.InvariantCulture);
        var to = decimal.Parse(match.Groups["to"].ValueSpan, CultureInfo.InvariantCulture);
        return to < from ? null : new MerchantService(match.Groups["category"].Value, from, to);
    }

    [GeneratedRegex(@"^(?<category>[a-z0-9.\-]+)=(?<from>\d{1,6}(\.\d{1,2})?)-(?<to>\d{1,6}(\.\d{1,2})?)$")]
    private static partial Regex Shape();
}
