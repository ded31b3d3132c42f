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
            root.Required("appealDays")?.Whole(0, 3650) ?? 0,
            root.Required("keepNoticesDays")?.Whole(1, 3650) ?? 0,
            root.Required("satisfiedFrom")?.Word<Satisfaction>() ?? default,
            root.Required("link") is { } link ? Link(link) : new("", 0, 0),
            [.. (root.Required("reasons")?.Items ?? []).Select(Reason)]);
        if (policy.KeepNoticesDays < Math.Max(policy.Link.Days, Math.Max(policy.ReopenDays, policy.AppealDays)))
            root.Fault("keepNoticesDays is less than the days in which a link of a notice can be used");
        return root.Reported(policy);
    }

    private static LinkPolicy Link(YamlPart part)
    {
        var address = part.RequiredText("address");
        if (!address.Contains(LinkPolicy.Token, StringComparison.Ordinal) || !Uri.TryCreate(address, UriKind.Absolute, out _))
            part.Fault($"'{address}' found as address, expected a web address with {LinkPolicy.Token}");
        return part.Reported(new LinkPolicy(address, part.Required("days")?.Whole(1, 365) ?? 0, part.Required("codeTries")?.Whole(1, 10) ?? 0));
    }

    private static VisitReason Reason(YamlPart part) =>
        part.Reported(new VisitReason(part.RequiredText("code"), part.RequiredName("name"), part.Required("unitAtFault")?.Flag() ?? false));
}
