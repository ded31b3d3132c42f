using System.Net;
using System.Text;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_an_answer_is_reviewed(City city)
{
    [Fact]
    public async Task A_lazy_answer_does_not_reach_the_citizen()
    {
        var (citizen, staff, officer) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"));
        var number = await Signed();

        var submitted = await officer.Does("reply", number, new { answer = "已处理", record = "老问题" });
        Assert.Equal("inReview", submitted.Status());
        Assert.Contains("completeness", submitted.GetProperty("draft").GetRawText(), StringComparison.Ordinal);
        var seen = await citizen.Sees(number);
        Assert.Equal((null, null), (seen.Maybe("draft"), seen.Maybe("answer")));
        Assert.Contains("remarks", (await staff.Does("review", number, new { approved = false }, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);

        await officer.Does("review", number, new { approved = true }, HttpStatusCode.Forbidden);
        Assert.Equal("inProgress", (await staff.Does("review", number, new { approved = false, faults = new[] { "completeness" }, remarks = "请说明原因和处理时间" })).Status());
        await Eventually.Holds("a clock of its own runs", async () =>
            await staff.Finds($"/api/v1/cases/{number}/clock") is { } clock && clock.GetProperty("clocks").EnumerateArray().Any(one => one.Text("clock") == "rework" && one.Text("state") == "running"));
        var answered = await officer.Does("reply", number, new { answer = "自来水发黄系管道检修所致,今日已冲洗,水质合格。" });
        // Whoever sent it back reads it again.
        Assert.Equal("inReview", answered.Status());
        Assert.Equal("awaitingVisit", (await staff.Does("review", number, new { approved = true })).Status());
        Assert.Equal("自来水发黄系管道检修所致,今日已冲洗,水质合格。", (await citizen.Sees(number)).Text("answer"));
    }

    [Fact]
    public async Task That_nothing_can_be_done_is_reviewed_and_is_how_the_case_ends()
    {
        var (citizen, staff, officer) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"));
        var number = await Signed();
        const string Answer = "自来水发黄系小区自备水箱所致,因产权属业主,由物业公司负责清洗,我局无权处理。";

        var wrong = await officer.Does("reply", number, new { answer = Answer, outcome = "solved" }, HttpStatusCode.BadRequest);
        Assert.Contains("outcome", wrong.GetRawText(), StringComparison.Ordinal);
        var submitted = await officer.Does("reply", number, new { answer = Answer, outcome = "outOfPower" });
        Assert.Equal(("inReview", "outOfPower"), (submitted.Status(), submitted.GetProperty("draft").Text("outcome")));
        await staff.Does("review", number, new { approved = true });

        var visit = new { reached = true, solved = false, satisfied = "neutral" };
        Assert.Contains("reason", (await staff.Does("visit", number, visit, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
        var closed = await staff.Does("visit", number, new { reached = true, solved = false, satisfied = "neutral", reason = "policy" });
        Assert.Equal(("closed", "outOfPower"), (closed.Status(), closed.Text("outcome")));
        Assert.Equal(Answer, (await citizen.Sees(number)).Text("answer"));
    }

    [Fact]
    public async Task It_asks_the_citizen_gets_a_photo_and_changes_hands()
    {
        var (citizen, staff, officer) = (await city.As("web"), await city.As("operator"), await city.As("officer.water"));
        var number = await Signed();

        Assert.Contains("to", (await officer.Does("transfer", number, new { to = "officer.health" }, HttpStatusCode.BadRequest)).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("deputy.water", (await officer.Does("transfer", number, new { to = "deputy.water", reason = "休假" })).Text("officer"));
        Assert.Equal("unit-not-silent", (await staff.Does("take-back", number, new { reason = "没有动静" }, HttpStatusCode.Conflict)).Problem());

        Assert.Equal("citizenToAnswer", (await (await city.As("deputy.water")).Does("ask-citizen", number, new { question = "请问是几楼发黄?" })).GetProperty("pause").Text("reason"));
        Assert.Equal("请问是几楼发黄?", (await citizen.Sees(number)).Text("question"));
        var told = await citizen.Does("add-information", number, new { text = "三楼,照片随后发来" });
        Assert.Equal((null, null), (told.Maybe("pause"), told.Maybe("question")));

        byte[] photo = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        var refused = await citizen.Sends(number, "cmd.png", Encoding.UTF8.GetBytes("<script>"), HttpStatusCode.BadRequest);
        Assert.Contains("application/pdf", refused.GetProperty("errors").GetProperty("file").GetRawText(), StringComparison.Ordinal);
        var large = await citizen.Sends(number, "big.png", [.. photo, .. new byte[10 * 1024 * 1024]], HttpStatusCode.BadRequest);
        Assert.Contains("10485760", large.GetProperty("errors").GetProperty("file").GetRawText(), StringComparison.Ordinal);
        var link = (await citizen.Sends(number, "三楼水样.png", photo)).GetProperty("files")[0].Text("link");
        var (type, content) = await officer.Opens(link);
        Assert.Equal("image/png", type);
        Assert.Equal(photo, content);
        await (await city.As("officer.power")).Gets(link, HttpStatusCode.Forbidden);

        // Proof of the unit is the citizen's once it is answered; and who opened what, or tried to, is on the trail.
        var proof = (await officer.Sends(number, "修好.png", photo)).GetProperty("files")[1].Text("link");
        await citizen.Gets(proof, HttpStatusCode.NotFound);
        await (await city.As("officer.power")).Does("note", number, new { note = "路过" }, HttpStatusCode.Forbidden);
        string[] words = ["\"file\"", "\"act\"", "case-hidden", "note"];
        await Eventually.Holds("the trail tells", async () =>
        {
            var trail = (await (await city.As("auditor")).Gets($"/api/v1/cases/{number}/access")).GetRawText();
            return words.All(word => trail.Contains(word, StringComparison.Ordinal));
        });
    }

    private async Task<string> Signed()
    {
        var (staff, officer) = (await city.As("operator"), await city.As("officer.water"));
        var number = await (await city.As("web")).Submits(Matter.NoWater());
        await staff.Triages(number);
        await staff.Does("dispatch", number);
        await officer.Does("sign", number);
        return number;
    }
}
