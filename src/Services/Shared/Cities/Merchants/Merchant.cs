using System.Collections.Immutable;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Merchants;

/// <summary>加盟商: a shop or craftsman that joined the number.</summary>
/// <param name="Services">What it does, with the price it has registered.</param>
/// <param name="Areas">Area codes it goes to; empty: the whole city.</param>
/// <param name="Credit">Points it starts with, 0–100.</param>
/// <param name="Duty">When it takes offers.</param>
public sealed record Merchant(
    string Code,
    LocalText Name,
    ImmutableArray<MerchantService> Services,
    ImmutableArray<string> Areas,
    Coordinates Place,
    int Credit,
    WeeklyHours Duty)
{
    public UnitRef Unit => UnitRef.Merchant(Code);

    public MerchantService? Offers(string category) => Services.FirstOrDefault(service => service.Category == category);

    /// <summary>Whether it goes to an area. An unknown area is served by those who serve the whole city.</summary>
    public bool CoversArea(string? area) => Areas.IsEmpty || (area is not null && Areas.Contains(area));
}

/// <summary>A service of a merchant.</summary>
/// <param name="Category">Leaf category of kind life service.</param>
/// <param name="PriceFrom">Lowest usual price of one job in the city's currency.</param>
/// <param name="PriceTo">Highest price that needs no new agreement with the citizen.</param>
public sealed record MerchantService(string Category, decimal PriceFrom, decimal PriceTo);
