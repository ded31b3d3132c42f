using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Visits;

/// <summary>Reads <c>visits.yaml</c>.</summary>
internal static class VisitReader
{
    public const string File = "visits.yaml";

    public static VisitPolicy? Read(CityFolder folder)
    {
        if (YamlFile.Read(folder, File) is not { } root)
            return null;
        var policy = new VisitPolicy(
            root.Required("attempts")?.Whole(1, 20) ?? 0,
            root.Required("hoursBetweenAttempts")?.Whole(0, 240) ?? 0,
            root.Required("redoLimit")?.Whole(0, 10) ?? 0,
            root.Required("reopenDays")?.Whole(0, 3650) ?? 0,
            root.Required("satisfiedFrom")?.Word<Satisfaction>() ?? default,
            [.. (root.Required("reasons")?.Items ?? []).Select(Reason)]);
        return root.Reported(policy);
    }

    private static VisitReason Reason(YamlPart part) =>
        part.Reported(new VisitReason(part.RequiredText("code"), part.RequiredName("name"), part.Required("unitAtFault")?.Flag() ?? false));
}
