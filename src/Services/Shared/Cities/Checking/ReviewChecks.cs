using Hotline.Cities.Reading;
using Hotline.Cities.Reviews;

namespace Hotline.Cities.Checking;

/// <summary>Categories that the review of answers names.</summary>
internal static class ReviewChecks
{
    public static void Check(CityDraft draft, KnownCodes known)
    {
        foreach (var category in (draft.Reviews?.Always ?? []).Concat(draft.Reviews?.Proof ?? []))
            known.Category(category, new Position(ReviewReader.File, 1));
    }
}
