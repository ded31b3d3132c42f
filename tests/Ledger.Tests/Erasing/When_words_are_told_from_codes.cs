using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Erasing;
using Hotline.TestKit;

namespace Hotline.Ledger.Tests.Erasing;

/// <summary>Over the golden files of all events: each of their texts is "样例 …" and the path of its member.</summary>
public sealed partial class When_words_are_told_from_codes
{
    public static TheoryData<string> Events => [.. CaseEventTypes.All.Select(CaseEventTypes.NameOf).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Nothing_but_codes_is_left_of_an_erased_event_and_it_can_still_be_read(string type)
    {
        var erased = Wording.Erase(type, Golden(type));

        var left = Text().Matches(erased).Select(match => match.Groups["member"].Value).Distinct();
        Assert.Empty(left.Except(Wording.Codes));
        Assert.DoesNotContain("itude", erased, StringComparison.Ordinal);
        var read = (CaseEvent)JsonSerializer.Deserialize(erased, CaseEventTypes.Of(type), CaseJson.Options)!;
        Assert.Equal(CaseSummary.Hidden, read.Case.Title);
        Assert.Equal(new CitizenSummary(null, null, null, true, true, null), read.Case.Citizen);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void What_was_taken_out_of_an_event_can_be_put_back(string type)
    {
        var (json, words) = Wording.TakeOut(type, Golden(type));

        var left = JsonDocument.Parse(json).RootElement.EnumerateObject().Where(member => member.Name != "case")
            .SelectMany(member => Text().Matches(member.Value.GetRawText())).Select(match => match.Groups["member"].Value);
        Assert.Empty(left.Except(Wording.Codes));
        var whole = (CaseEvent)JsonSerializer.Deserialize(Wording.PutBack(json, words.ToJsonString(CaseJson.Options)), CaseEventTypes.Of(type), CaseJson.Options)!;
        Assert.Equivalent(JsonSerializer.Deserialize(Golden(type), CaseEventTypes.Of(type), CaseJson.Options), whole, strict: true);
    }

    private static string Golden(string type) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "Contracts.Tests", "Golden", type + ".json"));

    // "样例 caseReceived.case.title", "样例 caseReplied.articles.0"
    [GeneratedRegex(@"样例 [\w.]*?(?<member>[A-Za-z]+)(?:\.[0-9]+)?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Text();
}
