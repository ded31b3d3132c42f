using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Insight.Operating;
using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hotline.Insight.Tests.Operating;

[Collection("process")]
public sealed class When_looking_at_queues(InsightProcess insight) : IAsyncLifetime
{
    private const string Queues = "/api/v1/operations/queues";
    private const string Own = Queues + "/insight-case-rows";

    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_projections_queue_is_among_them_with_its_consumer() =>
        await Eventually.Holds("the broker has sampled the consumer", async () =>
            (await insight.Get<QueueList>(Callers.Supervisor, Queues)).Queues.Any(queue => queue is { Name: "insight-case-rows", Consumers: 1 }));

    [Fact]
    public async Task A_poison_message_is_parked_shown_without_personal_data_and_put_back_when_the_cause_is_gone()
    {
        // The cause: a rule in the database that one case breaks.
        var story = new CaseStory(1, title: "张三丰的水管");
        await Do($"alter table insight.case_row add constraint poison check (number <> '{story.Number}')");
        try
        {
            await insight.Ledger.Append(story);
            await Eventually.Holds("it is parked", IsParked);
            using var answer = await insight.Send(HttpMethod.Get, Callers.Administrator, Own + "/parked");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("张三丰", text, StringComparison.Ordinal);
            Assert.DoesNotContain(story.Case.Citizen.MaskedPhone!, text, StringComparison.Ordinal);
            var parked = (await Parked()).Messages.Single();
            Assert.Equal(("CaseReceived", story.Number, 1), (parked.Type, parked.Number, parked.Version));
            Assert.Equal("Npgsql.PostgresException", parked.Exception);
            Assert.NotNull(parked.ParkedAt);
        }
        finally
        {
            await Do("alter table insight.case_row drop constraint poison");
        }
        using var moved = await insight.Send(HttpMethod.Post, Callers.Administrator, Own + "/parked/redeliver");
        Assert.Equal(1, (await moved.Content.ReadFromJsonAsync<Redelivered>(CaseJson.Options))!.Moved);
        await Eventually.Holds("the case is visible", async () =>
            (await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/to-screen")).Items.Any(item => item.Number == story.Number));
        Assert.Empty((await Parked()).Messages);
        Assert.Contains(insight.Ledger.Trail, entry => entry.Kind == "operate" && entry.Note == "redeliver " + Own.Split('/')[^1]);
    }

    [Fact]
    public async Task Only_those_who_answer_for_operations_may_look()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.Operator, Queues));
        Assert.Equal(HttpStatusCode.NotFound, await insight.Status(Callers.Supervisor, Queues + "/no-such-queue/parked"));
        using var refused = await insight.Send(HttpMethod.Post, Callers.Supervisor, Own + "/parked/redeliver");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public void A_reason_is_shown_without_the_values_in_it()
    {
        Assert.Equal(
            "… is no number; Key …=… exists; call …", ParkedMessage.WithoutValues("'张三' is no number; Key (phone)=(13812348000) exists; call 13812348000"));
    }

    [Fact]
    public void Poison_that_is_not_even_json_is_shown_too()
    {
        var headers = new Dictionary<string, JsonElement> { ["MT-Fault-ExceptionType"] = JsonSerializer.SerializeToElement("X") };

        var parked = ParkedMessage.Of(new BrokerMessage("\u0001 no json", new BrokerProperties("id-1", headers)));

        Assert.Equal(("id-1", null, "X"), (parked.MessageId, parked.Type, parked.Exception));
    }

    private Task<ParkedList> Parked() => insight.Get<ParkedList>(Callers.Administrator, Own + "/parked");

    // A queue that is being made may not be looked into yet: 503.
    private async Task<bool> IsParked()
    {
        using var answer = await insight.Send(HttpMethod.Get, Callers.Administrator, Own + "/parked");
        return answer.StatusCode != HttpStatusCode.ServiceUnavailable && (await Parked()).Messages.Count == 1;
    }

    private async Task Do(string sql)
    {
        await using var command = insight.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
