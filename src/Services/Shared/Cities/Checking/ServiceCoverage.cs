using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Checking;

/// <summary>Every life service can be had in every area from at least three merchants: one may refuse, one may be away.</summary>
internal static class ServiceCoverage
{
    public const int MerchantsNeeded = 3;

    public static void Check(CityDraft draft, Faults faults)
    {
        var merchants = draft.Merchants.Select(one => one.Value).ToList();
        foreach (var (category, at) in draft.Categories.Where(one => one.Value is { IsLeaf: true, Kind: CaseKind.LifeService }))
        {
            var offering = merchants.Where(merchant => merchant.Offers(category.Code) is not null).ToList();
            foreach (var (area, _) in draft.Areas)
            {
                var count = offering.Count(merchant => merchant.CoversArea(area.Code));
                if (count < MerchantsNeeded)
                    faults.Add(at, $"{count} merchants offer '{category.Code}' in area '{area.Code}', at least {MerchantsNeeded} are needed");
            }
        }
    }
}
