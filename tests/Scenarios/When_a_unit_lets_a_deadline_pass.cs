using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

public sealed class When_a_unit_lets_a_deadline_pass(ImpatientCity city) : IClassFixture<ImpatientCity>
{
    // A minute until it is due, and one for each level of the ladder.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    [Fact]
    public async Task It_is_warned_urged_and_supervised_at_three_levels_until_it_answers_or_loses_the_case()
    {
        var (staff, boss, officer, auditor) = (await city.As("operator"), await city.As("supervisor"), await city.As("officer.water"), await city.As("auditor"));
        var (answered, lost) = (await Dispatched(staff), await Dispatched(staff));
        Assert.Equal("unit-not-silent", (await staff.Does("take-back", lost, new { reason = "无人签收" }, HttpStatusCode.Conflict)).Problem());
        Assert.Equal("supervision-not-open", (await officer.Does("answer-supervision", answered, new { answer = "马上去" }, HttpStatusCode.Conflict)).Problem());

        await Eventually.Is("it is warned of", () => Told(staff, answered, "DeadlineApproached"), Patience);
        await Eventually.Is("it lies with what is due soon", () => Listed(officer, "due-soon", answered));
        foreach (var number in new[] { answered, lost })
        {
            await Eventually.Is("level 3 is reached", async () => await Events(staff, number) is var events && events.Count(name => name == "SupervisionOpened") == 3 ? events : null, Patience);
            Assert.Equal(
                ["DeadlineApproached", "DeadlineMissed", "SupervisionOpened", "SupervisionOpened", "SupervisionOpened"],
                (await Events(staff, number)).Where(name => name.StartsWith("Deadline", StringComparison.Ordinal) || name.StartsWith("Supervision", StringComparison.Ordinal)));
        }
        var supervision = Assert.Single((await officer.Sees(answered)).GetProperty("supervisions").EnumerateArray());
        Assert.Equal(("sign", 3), (supervision.Text("clock"), supervision.GetProperty("level").GetInt32()));
        foreach (var (reader, list) in new[] { (officer, "supervised"), (boss, "supervised"), (auditor, "overdue") })
            await Eventually.Is($"it is on {list}", () => Listed(reader, list, answered));
        Assert.Equal("overdue", (await Clock(staff, answered)).Text("state"));

        var letters = (await officer.Gets($"/api/v1/cases/{answered}/letters")).GetProperty("letters").EnumerateArray().ToList();
        Assert.Equal([0, 1, 2, 3], letters.Select(letter => letter.GetProperty("level").GetInt32()));
        Assert.All(["催办函", answered, "签收"], word => Assert.Contains(word, letters[0].Text("text"), StringComparison.Ordinal));
        Assert.Contains("督办函（第 3 级）", letters[3].Text("text"), StringComparison.Ordinal);
        await (await city.As("web")).Gets($"/api/v1/cases/{answered}/letters", HttpStatusCode.Forbidden);

        // The unit says why; the clock goes on until it signs, and counts as late.
        await staff.Does("answer-supervision", answered, new { answer = "催过了" }, HttpStatusCode.Forbidden);
        Assert.Null((await officer.Does("answer-supervision", answered, new { answer = "值班人员漏看,现已安排" })).Maybe("supervisions"));
        Assert.NotNull((await boss.Gets($"/api/v1/cases/{answered}/letters")).GetProperty("letters")[3].Maybe("answeredAt"));
        Assert.Contains("漏看", (await boss.Gets($"/api/v1/cases/{answered}/records")).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("漏看", (await staff.Gets($"/api/v1/cases/{answered}/timeline")).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("overdue", (await Clock(staff, answered)).Text("state"));
        await officer.Does("sign", answered);
        await Eventually.Holds("the clock has stopped late", async () => (await Clock(staff, answered)).Text("state") == "late");
        await Eventually.Holds("nothing is left to answer", async () => await Listed(boss, "supervised", answered) is null);
        Assert.Equal("unit-not-silent", (await staff.Does("take-back", answered, new { reason = "无人签收" }, HttpStatusCode.Conflict)).Problem());

        // The other one stays silent and loses it.
        await officer.Does("take-back", lost, new { reason = "不想办" }, HttpStatusCode.Forbidden);
        Assert.Equal("returned", (await staff.Does("take-back", lost, new { reason = "逾期无人签收" })).Status());
        await officer.Sees(lost, HttpStatusCode.Forbidden);
        Assert.Equal("dept.housing", (await staff.Does("dispatch", lost, new { unit = "dept.housing", reason = "改派" })).Text("lead"));
        var again = await Eventually.Is("the next unit has time of its own", async () => await Clock(staff, lost, round: 2) is { ValueKind: JsonValueKind.Object } clock ? clock.GetRawText() : null);
        Assert.Contains("dept.housing", again, StringComparison.Ordinal);
        Assert.Equal("late", (await Clock(staff, lost)).Text("state"));
    }

    private async Task<string> Dispatched(Person staff)
    {
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Triages(number, new { urgency = "urgent" });
        await staff.Does("dispatch", number, new { unit = "dept.water", reason = "供水" });
        return number;
    }

    private static async Task<List<string>> Events(Person reader, string number) =>
        [.. (await reader.Gets($"/api/v1/cases/{number}/timeline")).GetProperty("entries").EnumerateArray().Select(entry => entry.Text("event"))];

    private static async Task<string?> Told(Person reader, string number, string name) => (await Events(reader, number)).Find(one => one == name);

    private static async Task<string?> Listed(Person reader, string list, string number) =>
        (await reader.Gets($"/api/v1/worklists/{list}?limit=200")).GetProperty("items").EnumerateArray().Select(item => item.Text("number")).FirstOrDefault(one => one == number);

    private static async Task<JsonElement> Clock(Person reader, string number, int round = 1) =>
        (await reader.Gets($"/api/v1/cases/{number}/clock")).GetProperty("clocks").EnumerateArray()
            .FirstOrDefault(clock => clock.Text("clock") == "sign" && clock.GetProperty("round").GetInt32() == round);
}
