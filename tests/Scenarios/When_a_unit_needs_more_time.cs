using System.Net;
using System.Text.Json;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_unit_needs_more_time(City city)
{
    [Fact]
    public async Task It_pauses_the_case_and_no_clock_runs_until_the_citizen_has_answered()
    {
        var (number, officer, staff) = (await InProgress(), await city.As("officer.water"), await city.As("operator"));

        var paused = await officer.Does("pause", number, new { reason = "citizenToGrantAccess", note = "业主外出,周五回来" });
        Assert.Equal("citizenToGrantAccess", paused.GetProperty("pause").Text("reason"));
        Assert.Equal("case-paused", (await officer.Does("reply", number, new { answer = "已处理" }, HttpStatusCode.Conflict)).Problem());
        var clock = await Eventually.Is("the handling clock stands still", async () => await Handling(staff, number) is { } handle && handle.Text("state") == "paused" ? handle.GetRawText() : null);
        Assert.Contains("挂起", clock, StringComparison.Ordinal);
        Assert.DoesNotContain("业主", (await staff.Gets($"/api/v1/cases/{number}/timeline")).GetRawText(), StringComparison.Ordinal);

        // The citizen calls the hotline, not the unit.
        Assert.Null((await staff.Does("resume", number, new { note = "业主今天在家" })).Maybe("pause"));
        await Eventually.Is("the handling clock runs", async () => await Handling(staff, number) is { } handle && handle.Text("state") == "running" ? "yes" : null);
        Assert.Equal("awaitingVisit", (await officer.Does("reply", number, new { answer = "自来水发黄系水表老化,已上门更换水表" })).Status());
    }

    [Fact]
    public async Task It_asks_once_for_an_extension_that_a_supervisor_grants()
    {
        var (number, officer, staff) = (await InProgress(), await city.As("officer.water"), await city.As("operator"));
        var due = DueOf(await Eventually.Is("the handling clock runs", async () => (await Handling(staff, number))?.GetRawText()));

        var wrong = await officer.Does("ask-extension", number, new { workingDays = 99, legalBasis = "条例第12条", reason = "管材未到" }, HttpStatusCode.BadRequest);
        Assert.Contains("workingDays", wrong.GetRawText(), StringComparison.Ordinal);
        await officer.Does("ask-extension", number, new { workingDays = 5, legalBasis = "条例第12条", reason = "管材未到" });
        Assert.Equal("extension-asked-before", (await officer.Does("ask-extension", number, new { workingDays = 5, legalBasis = "条例第12条", reason = "管材未到" }, HttpStatusCode.Conflict)).Problem());
        await officer.Does("decide-extension", number, new { granted = true }, HttpStatusCode.Forbidden);

        var granted = await (await city.As("supervisor")).Does("decide-extension", number, new { granted = true });
        Assert.Equal("granted", granted.GetProperty("extension").Text("status"));
        await Eventually.Is("the handling clock is due later", async () => await Handling(staff, number) is { } handle && DueOf(handle.GetRawText()) >= due.AddDays(5) ? "yes" : null);
    }

    private async Task<string> InProgress()
    {
        var (staff, officer) = (await city.As("operator"), await city.As("officer.water"));
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Triages(number, new { urgency = "general" });
        await staff.Does("dispatch", number);
        await officer.Does("sign", number);
        await officer.Does("contact", number);
        return number;
    }

    private static async Task<JsonElement?> Handling(Person reader, string number)
    {
        var explained = await reader.Finds($"/api/v1/cases/{number}/clock");
        return explained?.GetProperty("clocks").EnumerateArray().Cast<JsonElement?>().LastOrDefault(clock => clock!.Value.Text("clock") == "handle");
    }

    private static DateTimeOffset DueOf(string clock) => JsonSerializer.Deserialize<JsonElement>(clock).GetProperty("dueAt").GetDateTimeOffset();
}
