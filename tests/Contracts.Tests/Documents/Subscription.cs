using System.Text.RegularExpressions;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Tests.Samples;

namespace Hotline.Contracts.Tests.Documents;

/// <summary>A class of a service that takes an event, as its source declares it.</summary>
internal sealed partial record Subscription(string Service, string Consumer, string Event)
{
    public bool TakesAll => Event == nameof(ICaseEvent);

    public static IReadOnlyList<Subscription> OfAllServices() => [.. Directory.EnumerateDirectories(Repository.PathOf("src", "Services"))
        .Where(folder => Path.GetFileName(folder) != "Shared")
        .SelectMany(OfService)
        .Distinct()
        .OrderBy(subscription => subscription.ToString(), StringComparer.Ordinal)];

    private static IEnumerable<Subscription> OfService(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => Declaration().Matches(File.ReadAllText(file)))
        .SelectMany(declared => Taken().Matches(declared.Groups["bases"].Value).Select(taken => new Subscription(
            Path.GetFileName(folder), declared.Groups["name"].Value, taken.Groups["event"].Success ? taken.Groups["event"].Value : nameof(ICaseEvent))));

    // class Name(parameters) : bases {
    [GeneratedRegex(@"\bclass\s+(?<name>\w+)[^{;]*?\)?\s*:(?<bases>[^{;]*\bIConsume(?:Batch)?\b[^{;]*)[{;]", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\bIConsumeBatch\b|\bIConsume<(?<event>\w+)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Taken();
}
