using System.Text.Json;
using System.Text.Json.Nodes;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Tests.Samples;

namespace Hotline.Contracts.Tests.Events;

/// <summary>How an event stands in the ledgers of the cities that already run: written once, from then on only ever added to.</summary>
internal sealed record GoldenFile(string Event)
{
    private static readonly JsonSerializerOptions Indented = new(CaseJson.Options) { WriteIndented = true };

    public static string Folder { get; } = Repository.PathOf("tests", "Contracts.Tests", "Golden");

    private string FullPath => Path.Combine(Folder, Event + ".json");

    public string Text => File.Exists(FullPath)
        ? File.ReadAllText(FullPath)
        : throw new FileNotFoundException($"{Event} has no golden file: run the tests once with HOTLINE_ACCEPT_GOLDEN=1 and commit it.");

    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>Takes over what was added. What was removed or changed can still be in somebody's ledger, so it is never accepted.</summary>
    public void Accept(JsonNode now)
    {
        if (File.Exists(FullPath) && JsonDifference.Between(Json, now).Any(difference => !difference.IsAddition))
            return;
        Directory.CreateDirectory(Folder);
        File.WriteAllText(FullPath, now.ToJsonString(Indented) + "\n");
    }
}
