using Hotline.Cities.Accounts;
using Hotline.Cities.Areas;
using Hotline.Cities.Articles;
using Hotline.Cities.Calendars;
using Hotline.Cities.Categories;
using Hotline.Cities.Clocks;
using Hotline.Cities.Clusters;
using Hotline.Cities.Departments;
using Hotline.Cities.Experts;
using Hotline.Cities.Merchants;
using Hotline.Cities.Offers;
using Hotline.Cities.Reviews;
using Hotline.Cities.Routing;
using Hotline.Cities.Screening;
using Hotline.Cities.Texts;
using Hotline.Cities.Visits;
using Hotline.Contracts.Units;

namespace Hotline.Cities;

/// <summary>Everything that differs between two cities. Immutable; the same for the life of a process.</summary>
public sealed record City
{
    public required CityProfile Profile { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public required ClockPolicy Clocks { get; init; }

    public required CategoryTree Categories { get; init; }

    public required DepartmentBook Departments { get; init; }

    public required AreaBook Areas { get; init; }

    public required MerchantBook Merchants { get; init; }

    public required ExpertBook Experts { get; init; }

    public required ArticleBook Articles { get; init; }

    public required RoutingTable Routing { get; init; }

    public required OfferPolicy Offers { get; init; }

    public required VisitPolicy Visits { get; init; }

    public required ClusterPolicy Clusters { get; init; }

    public required ScreeningPolicy Screening { get; init; }

    public required ReviewPolicy Reviews { get; init; }

    public required CityAccounts Accounts { get; init; }

    public required TextBook Texts { get; init; }

    /// <summary>What people call a unit; null for one that the city does not know.</summary>
    public LocalText? NameOf(UnitRef unit) => unit.Kind switch
    {
        UnitKind.Department => Departments.Find(unit.Code)?.Name,
        UnitKind.Merchant => Merchants.Find(unit.Code)?.Name,
        UnitKind.Expert => Experts.Find(unit.Code)?.Name,
    };

    /// <summary>Reads and checks the whole folder at once.</summary>
    /// <exception cref="CityDataException">Something is wrong; the message lists every fault with its file and line.</exception>
    public static City Load(string folder) => CityLoading.Load(folder);
}
