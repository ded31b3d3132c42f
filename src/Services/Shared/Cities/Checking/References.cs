using Hotline.Cities.Merchants;
using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Checking;

/// <summary>Areas, categories and units that units and articles name.</summary>
internal static class References
{
    public static void Check(CityDraft draft, KnownCodes known)
    {
        foreach (var (department, at) in draft.Departments)
            known.Areas(department.Areas, at);
        foreach (var (merchant, at) in draft.Merchants)
            Merchant(merchant, at, known);
        foreach (var (team, at) in draft.Teams)
            Trades(team.Trades, at, known);
        foreach (var (expert, at) in draft.Experts)
            Trades(expert.Trades, at, known);
        foreach (var (article, at) in draft.Articles)
        {
            known.Unit(article.Owner, at);
            foreach (var category in article.Categories)
                known.Leaf(category, at);
        }
    }

    private static void Merchant(Merchant merchant, Position at, KnownCodes known)
    {
        known.Areas(merchant.Areas, at);
        foreach (var service in merchant.Services)
        {
            if (known.Leaf(service.Category, at) is { Kind: not CaseKind.LifeService })
                known.Fault(at, $"category '{service.Category}' is not a life service");
        }
    }

    private static void Trades(IEnumerable<string> trades, Position at, KnownCodes known)
    {
        foreach (var trade in trades)
        {
            if (known.Category(trade, at) is { Kind: not CaseKind.Consultation })
                known.Fault(at, $"category '{trade}' is not a consultation");
        }
    }
}
