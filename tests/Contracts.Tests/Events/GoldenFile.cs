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
        var now = EventSample.Json(EventSample.Of(name));
        if (Repository.Accepts && (golden is null || OnlyAdds(golden, now, CaseEventTypes.Of(name))))
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, now.ToJsonString(Indented) + "\n");
            return now;
        }
        return golden ?? throw new FileNotFoundException($"{name} has no golden file: run the tests once with HOTLINE_ACCEPT_GOLDEN=1 and commit it.");
    }

    // Ledgers hold events of every build that ever ran: nothing may go or change, and what comes must be allowed to be missing.
    private static bool OnlyAdds(JsonNode golden, JsonNode now, Type type)
    {
        var (before, after) = (golden.DeepClone(), now.DeepClone());
        OptionalMembers.RemoveFrom(before, type);
        OptionalMembers.RemoveFrom(after, type);
        return JsonNode.DeepEquals(before, after) && JsonDifference.Between(golden, now).All(difference => difference.IsAddition);
    }
}
