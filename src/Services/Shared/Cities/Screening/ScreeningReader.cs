using System.Collections.Immutable;
using Hotline.Cities.Calendars;
using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Screening;

/// <summary>Reads <c>screening.yaml</c>.</summary>
internal static class ScreeningReader
{
    public const string File = "screening.yaml";

    public static ScreeningPolicy? Read(CityFolder folder)
    {
        if (YamlFile.Read(folder, File) is not { } root)
            return null;
        var policy = new ScreeningPolicy(
            [.. (root.Required("emergencies")?.Items ?? []).Select(item => item.Reported(new Emergency(item.RequiredText("call"), item.RequiredName("say"), Words(item, "words"))))],
            [.. (root.Required("elsewhere")?.Items ?? []).Select(item => item.Reported(new Elsewhere(item.RequiredName("whereToGo"), Words(item, "words"))))],
            Words(root, "abusive"),
            Words(root, "privateGain"),
            root.Required("shortestText")?.Whole(0, 200) ?? 0,
            Words(root, "sayNothing"),
            Elements(root),
            Earlier(root),
            Standing(root));
        return root.Reported(policy);
    }

    private static ElementWords Elements(YamlPart root) => root.Required("elements") is { } part
        ? part.Reported(new ElementWords(Words(part, "when"), Words(part, "where"), Words(part, "cause")))
        : new ElementWords(new WordList([]), new WordList([]), new WordList([]));

    private static EarlierPolicy Earlier(YamlPart root)
    {
        if (root.Required("earlier") is not { } part)
            return new EarlierPolicy(false, 1, 1, 1, 1, 1, 1, 0, new WordList([]));
        double Share(string key) => part.Required(key)?.Number(0, 1) ?? 0;
        return part.Reported(new EarlierPolicy(
            part.Required("compare")?.Flag() ?? false,
            part.Required("days")?.Whole(1, 365) ?? 1,
            part.Required("newest")?.Whole(1, 5_000) ?? 1,
            part.Required("ownDays")?.Whole(1, 3650) ?? 1,
            Share("duplicateFrom"),
            Share("repeatedFrom"),
            Share("settledFrom"),
            Share("nothingNew"),
            Words(part, "news")));
    }

    private static StandingPolicy Standing(YamlPart root)
    {
        if (root.Required("standing") is not { } part)
            return new StandingPolicy(ImmutableDictionary<FindingKind, int>.Empty, 1, 1, TimeSpan.Zero);
        var points = ImmutableDictionary.CreateBuilder<FindingKind, int>();
        points[FindingKind.Abusive] = part.Required("abusive")?.Whole(0, 1000) ?? 0;
        points[FindingKind.PrivateGain] = part.Required("privateGain")?.Whole(0, 1000) ?? 0;
        return part.Reported(new StandingPolicy(
            points.ToImmutable(), part.Required("slowFrom")?.Whole(1, 10_000) ?? 1, part.Required("days")?.Whole(1, 3650) ?? 1, SlowBy(part)));
    }

    private static TimeSpan SlowBy(YamlPart standing) => standing.Required("slowBy") is not { } part ? TimeSpan.Zero
        : WorkingDuration.TryParse(part.Text, out var by) && by is { Unit: DurationUnit.ElapsedMinutes, Amount: <= 10_080 } ? TimeSpan.FromMinutes(by.Amount)
        : part.Wrong("hours or minutes, at most a week, like '4 h'", TimeSpan.Zero);

    private static WordList Words(YamlPart part, string key)
    {
        var words = (part.Required(key)?.Items ?? []).ToList();
        foreach (var word in words.Where(word => string.IsNullOrWhiteSpace(word.Text)))
            word.Fault("a word is empty");
        return new WordList(words.Select(word => word.Text.Trim()).Where(word => word.Length > 0));
    }
}
