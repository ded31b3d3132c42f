using Hotline.Cities.Reading;
using Hotline.Cities.Screening;

namespace Hotline.Cities.Reviews;

/// <summary>Reads <c>review.yaml</c>.</summary>
internal static class ReviewReader
{
    public const string File = "review.yaml";

    public static ReviewPolicy? Read(CityFolder folder)
    {
        if (YamlFile.Read(folder, File) is not { } root)
            return null;
        var policy = new ReviewPolicy(
            [.. root.Texts("always")],
            [.. root.Texts("proof")],
            root.Required("shortestAnswer")?.Whole(0, 1000) ?? 0,
            new WordList(root.Texts("reasons").Where(word => word.Length > 0)),
            root.Required("relevance")?.Number(0, 1) ?? 0);
        return root.Reported(policy);
    }
}
