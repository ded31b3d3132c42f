using Hotline.Cities.Reading;

namespace Hotline.Cities.Clusters;

/// <summary>Reads <c>clusters.yaml</c>.</summary>
internal static class ClusterReader
{
    public const string File = "clusters.yaml";

    public static ClusterPolicy? Read(CityFolder folder)
    {
        if (YamlFile.Read(folder, File) is not { } root)
            return null;
        var policy = new ClusterPolicy(
            root.Required("days")?.Whole(1, 365) ?? 0,
            root.Required("newest")?.Whole(1, 20_000) ?? 0,
            root.Required("suggestFrom")?.Number(0, 1) ?? 0,
            root.Required("shown")?.Whole(1, 100) ?? 0,
            TimeSpan.FromHours(root.Required("longestIncidentHours")?.Whole(1, 10_000) ?? 0),
            root.Required("likeness") is { } likeness ? Likeness(likeness) : new(0, 0, new(0, 0, 0, 0)),
            root.Required("categories") is { } categories ? Categories(categories) : new(0, 0, 0, 0));
        return root.Reported(policy);
    }

    private static LikenessPolicy Likeness(YamlPart part) => part.Reported(new LikenessPolicy(
        part.Required("sameText")?.Number(0.01, 1) ?? 0,
        part.Required("reachKilometers")?.Number(0.1, 1000) ?? 0,
        part.Required("weights") is { } weights ? Weights(weights) : new(0, 0, 0, 0)));

    private static CategoryPolicy Categories(YamlPart part) => part.Reported(new CategoryPolicy(
        part.Required("days")?.Whole(1, 3650) ?? 0,
        part.Required("newest")?.Whole(1, 20_000) ?? 0,
        part.Required("voters")?.Whole(1, 200) ?? 0,
        part.Required("from")?.Number(0, 1) ?? 0));

    private static LikenessWeights Weights(YamlPart part)
    {
        double Share(string key) => part.Required(key)?.Number(0, 1) ?? 0;
        var weights = new LikenessWeights(Share("words"), Share("category"), Share("area"), Share("place"));
        var sum = weights.Words + weights.Category + weights.Area + weights.Place;
        if (Math.Abs(sum - 1) > 0.0001)
            part.Fault(FormattableString.Invariant($"the weights make {sum:0.###}, expected 1"));
        return part.Reported(weights);
    }
}
