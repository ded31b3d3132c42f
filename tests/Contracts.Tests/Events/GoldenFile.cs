using System.Text.Json;
using System.Text.Json.Nodes;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Tests.Samples;

namespace Hotline.Contracts.Tests.Events;

/// <summary>How an event stands in the ledgers of the cities that already run: written once, from then on only ever added to.</summary>
internal static class GoldenFile
{
    private static readonly JsonSerializerOptions Indented = new(CaseJson.Options) { WriteIndented = true };

    public static string Folder { get; } = Repository.PathOf("tests", "Contracts.Tests", "Golden");

    /// <summary>The file of an event; on HOTLINE_ACCEPT_GOLDEN=1 with what was added since.</summary>
    public static JsonNode Of(string name)
    {
        var path = Path.Combine(Folder, name + ".json");
        var golden = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
        if (Repository.Accepts && Accept(path, golden, EventSample.Json(EventSample.Of(name))) is { } accepted)
            return accepted;
        return golden ?? throw new FileNotFoundException($"{name} has no golden file: run the tests once with HOTLINE_ACCEPT_GOLDEN=1 and commit it.");
    }

    // What was removed or changed can still stand in somebody's ledger, so only additions are accepted.
    private static JsonNode? Accept(string path, JsonNode? golden, JsonNode now)
    {
        var differences = JsonDifference.Between(golden, now).ToList();
        if (differences.Count == 0 || differences.Any(difference => !difference.IsAddition))
            return null;
        File.WriteAllText(path, now.ToJsonString(Indented) + "\n");
        return now;
    }
}
