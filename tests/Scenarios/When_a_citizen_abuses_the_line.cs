using System.Net;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_citizen_abuses_the_line(City city)
{
    private readonly string _phone = Phone();

    [Fact]
    public async Task What_a_person_upheld_lowers_the_standing_until_an_appeal_is_granted()
    {
        var (staff, citizen) = (await city.As("operator"), await city.As("web"));
        var first = await Declined("打假赔偿", "本人职业打假,商家不退一赔十就一直投诉到底", "privateGain");
        var second = await Declined("又是打假", "这家店标签有问题,要求退一赔三,否则天天打电话", "privateGain");
        var sound = await citizen.Submits(Matter("路灯不亮", "滨江路12号门口的路灯上周坏了,晚上很黑,请维修"));

        // The citizen is heard all the same.
        var standing = await Eventually.Is("the standing is known", async () =>
            (await staff.Finds($"/api/v1/cases/{sound}/standing")) is { } found && found.GetProperty("points").GetInt32() == 30 ? found.GetRawText() : null);
        Assert.Contains("\"slow\"", standing, StringComparison.Ordinal);
        Assert.Contains(first, standing, StringComparison.Ordinal);
        Assert.DoesNotContain(_phone, standing, StringComparison.Ordinal);
        Assert.Equal("received", (await staff.Sees(sound)).Status());
        await citizen.Gets($"/api/v1/cases/{sound}/standing", HttpStatusCode.Forbidden);
        // As urgent as the first: its turn would otherwise depend on the hour of the day.
        var other = await citizen.Submits(Matter("窨井盖松动", "文化广场南侧的窨井盖从昨天起一踩就响,骑车的人容易摔倒", Phone()));
        Assert.Equal([other, sound], await Eventually.Is("another citizen's later matter has its turn first", async () => await Waiting(staff, sound, other) is { Count: 2 } waiting ? waiting : null));

        Assert.Equal("held", (await citizen.Does("reopen", second, new { reason = "我是普通消费者,有购物小票" })).Status());
        Assert.Equal("accepted", (await staff.Does("accept", second, new { note = "购物小票属实" })).Status());
        await Eventually.Holds("the appeal takes the finding away", async () =>
            (await staff.Gets($"/api/v1/cases/{sound}/standing")).GetProperty("points").GetInt32() == 15);
        Assert.Equal([sound, other], await Waiting(staff, sound, other));
    }

    private static async Task<List<string>> Waiting(Person staff, params string[] numbers) =>
        [.. (await staff.Gets($"/api/v1/worklists/to-screen?limit=200&receivedFrom={TimeProvider.System.GetUtcNow().AddDays(-1):yyyy-MM-dd}")).GetProperty("items").EnumerateArray().Select(item => item.Text("number")).Where(numbers.Contains)];

    private async Task<string> Declined(string title, string text, string reason)
    {
        var number = await (await city.As("web")).Submits(Matter(title, text));
        await (await city.As("operator")).Does("decline", number, new { reason, explanation = "以投诉牟利,依法不予受理" });
        return number;
    }

    private object Matter(string title, string text, string? phone = null) => new
    {
        kind = "efficiency",
        type = "complaint",
        title,
        text,
        citizen = new { name = "钱多", phone = phone ?? _phone },
    };

    private static string Phone() => $"139{Random.Shared.Next(100_000_000):00000000}";
}
