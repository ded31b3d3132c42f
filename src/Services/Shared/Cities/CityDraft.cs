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
using Hotline.Cities.Reading;
using Hotline.Cities.Reviews;
using Hotline.Cities.Routing;
using Hotline.Cities.Screening;
using Hotline.Cities.Visits;

namespace Hotline.Cities;

/// <summary>A folder as read, each value with its line; what could not be read is null and has been reported.</summary>
internal sealed class CityDraft
{
    public required CityProfile? Profile { get; init; }

    public required WorkingPattern? Pattern { get; init; }

    public required ClockTable Clocks { get; init; }

    public required List<Sourced<Category>> Categories { get; init; }

    public required List<Sourced<Department>> Departments { get; init; }

    public required List<Sourced<Area>> Areas { get; init; }

    public required List<Sourced<Merchant>> Merchants { get; init; }

    public required List<Sourced<ExpertTeam>> Teams { get; init; }

    public required List<Sourced<Expert>> Experts { get; init; }

    public required List<Sourced<KnowledgeArticle>> Articles { get; init; }

    public required List<Sourced<RoutingRule>> Rules { get; init; }

    public required OfferPolicy? Offers { get; init; }

    public required VisitPolicy? Visits { get; init; }

    public required ClusterPolicy? Clusters { get; init; }

    public required ScreeningPolicy? Screening { get; init; }

    public required ReviewPolicy? Reviews { get; init; }

    public required AccountRules Accounts { get; init; }

    public required Dictionary<string, LocalText> Texts { get; init; }
}
