using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Checking;

/// <summary>Every question has an expert or an article.</summary>
internal static class ConsultationCoverage
{
    public static void Check(CityDraft draft, Faults faults)
    {
        var written = draft.Articles.SelectMany(one => one.Value.Categories).ToHashSet();
        foreach (var (category, at) in draft.Categories.Where(one => one.Value is { IsLeaf: true, Kind: CaseKind.Consultation }))
        {
            if (!written.Contains(category.Code) && !draft.Experts.Exists(one => one.Value.Answers(category.Code)))
                faults.Add(at, $"no expert and no article for '{category.Code}'");
        }
    }
}
