using System.Net;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_question_is_asked(City city)
{
    [Fact]
    public async Task The_operator_answers_from_the_knowledge_base_at_once()
    {
        var staff = await city.As("operator");
        var number = await (await city.As("app")).Submits(Matter.Question());
        await staff.Accepts(number);

        var answered = await staff.Does("reply", number, new { answer = "带旧身份证到任一派出所办理,费用20元。", articles = new[] { "identity-card" } });
        Assert.Equal("awaitingVisit", answered.Status());

        var closed = await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" });
        Assert.Equal(("closed", "solved"), (closed.Status(), closed.Text("outcome")));
    }

    [Fact]
    public async Task An_expert_answers_in_a_sealed_lane_that_others_cannot_look_into()
    {
        var staff = await city.As("operator");
        var number = await (await city.As("phone")).Submits(Matter.Worry());
        await staff.Triages(number);
        Assert.Equal("assigned", (await staff.Does("dispatch", number, new { unit = "expert.psy03" })).Status());

        var auditor = await (await city.As("auditor")).Sees(number);
        Assert.True(auditor.GetProperty("sealed").GetBoolean());
        Assert.Equal("***", auditor.Text("title"));
        await (await city.As("expert.doc01")).Sees(number, HttpStatusCode.Forbidden);

        var expert = await city.As("expert.psy03");
        Assert.Equal("孩子不愿意上学", (await expert.Does("unmask", number, new { purpose = "contactCitizen" })).Text("title"));
        await expert.Does("reply", number, new { answer = "已约定周三晚上首次面谈。", record = "中度考试焦虑,无自伤风险。" });
        Assert.Equal("closed", (await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" })).Status());
    }
}
