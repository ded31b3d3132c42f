using System.Net;
using System.Net.Http.Json;
using System.Text;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Tests.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Hotline.Dispatch.Tests.Delivering;

[Collection(nameof(RunningDispatch))]
public class When_a_department_subscribes(RunningDispatch running)
{
    private readonly DispatchHost _host = running.Host;

    [Fact]
    public async Task Gets_its_events_in_order_and_nobody_else_s()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Signed("water");
        history.Replied("water");
        history.Closed();
        await _host.Publish(history.Events);
        await using var inbox = await Inbox.Open(await Feed("water"));
        var events = await inbox.Read(history.Number, 4);
        Assert.Equal(
            ["1 dispatched", "2 signed", "3 replied", "4 closed"],
            events.Select(one => $"{int.Parse(one.GetProperty("sequence").GetString()!, null)} {one.GetProperty("data").GetProperty("event").GetString()}"));
        Assert.Equal(0L, await _host.Scalar<long>("select count(*) from dispatch.feed_event where case_id = $1 and department <> 'water'", history.Id.Value));
    }

    [Fact]
    public async Task Hears_of_an_erased_citizen_and_the_archive_has_forgotten_the_words()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Closed();
        history.Add(new CitizenErased("§ 47", "…"), one => one with { Title = CaseSummary.Hidden, MaskedAddress = null });
        await _host.Publish(history.Events);
        await using var inbox = await Inbox.Open(await Feed("water"));

        Assert.Equal("citizen-erased", (await inbox.Read(history.Number, 3))[^1].GetProperty("data").GetProperty("event").GetString());
        Assert.Equal(0L, await _host.Scalar<long>("select count(*) from dispatch.feed_event where case_id = $1 and body::text like '%A main burst%'", history.Id.Value));
    }

    [Fact]
    public async Task Leaves_receipts_alone_which_concern_nobody()
    {
        var (first, second) = (new History().Received(), new History().Received().Accepted());
        await _host.Publish(first.Events);
        await _host.Publish(second.Events);
        await Eventually.Holds("what came later was told", async () =>
            await _host.Scalar<int>("select version from dispatch.feed_case where case_id = $1", second.Id.Value) == 2);
        Assert.Equal(0L, await _host.Scalar<long>("select count(*) from dispatch.feed_case where case_id = $1", first.Id.Value));
    }

    [Fact]
    public async Task Gets_events_in_order_although_they_came_out_of_order_and_twice()
    {
        var history = new History().Received();
        history.Dispatched("water");
        history.Signed("water");
        history.Replied("water");
        await _host.Publish(history.Events[3], history.Events[2]);
        await Eventually.Holds("early events wait", async () =>
            await _host.Scalar<long>("select count(*) from dispatch.feed_early where case_id = $1", history.Id.Value) == 2);
        await _host.Publish(history.Events[2], history.Events[1], history.Events[0], history.Events[1]);
        await using var inbox = await Inbox.Open(await Feed("water"));
        var events = await inbox.Read(history.Number, 3);
        Assert.Equal(["dispatched", "signed", "replied"], events.Select(one => one.GetProperty("data").GetProperty("event").GetString()));
        Assert.Equal(0L, await _host.Scalar<long>("select count(*) from dispatch.feed_early where case_id = $1", history.Id.Value));
    }

    [Fact]
    public async Task Has_its_hand_over_followed_from_delivery_to_acknowledgement()
    {
        var history = new History().Received();
        history.Dispatched("power");
        await _host.Publish(history.Events);
        await Eventually.Holds("it is delivered", async () => await HandOver(history, "delivered_at"));
        Assert.False(await HandOver(history, "acknowledged_at"));
        await _host.Publish(history.Signed("power"));
        await Eventually.Holds("it is acknowledged", async () => await HandOver(history, "acknowledged_at"));
        await _host.Publish(history.Closed());
        await Eventually.Holds("it is over", async () => await HandOver(history, "ended_at"));
    }

    [Fact]
    public async Task May_not_read_another_s_queue()
    {
        await using var inbox = await Inbox.Open(await Feed("water"));
        await Refused(() => inbox.Channel.BasicGetAsync("dept.power.inbox", autoAck: false));
    }

    [Fact]
    public async Task May_not_declare_a_queue()
    {
        await using var inbox = await Inbox.Open(await Feed("water"));
        await Refused(() => inbox.Channel.QueueDeclareAsync("dept.water.more", durable: true, exclusive: false, autoDelete: false));
    }

    [Fact]
    public async Task May_not_bind_its_queue_to_another_s_events()
    {
        await using var inbox = await Inbox.Open(await Feed("water"));
        await Refused(() => inbox.Channel.QueueBindAsync("dept.water.inbox", "hotline.events", "dept.power.case.*"));
    }

    [Fact]
    public async Task May_not_publish()
    {
        await using var inbox = await Inbox.Open(await Feed("water"));
        await Refused(async () =>
        {
            await inbox.Channel.BasicPublishAsync("hotline.events", "dept.water.case.dispatched", Encoding.UTF8.GetBytes("{}"));
            // The broker answers a publish by closing the channel; the next call meets that.
            await inbox.Channel.BasicGetAsync("dept.water.inbox", autoAck: false);
        });
    }

    [Fact]
    public async Task May_not_enter_hotline_s_own_vhost()
    {
        var feed = await Feed("water");
        var factory = new ConnectionFactory { HostName = feed.Host, Port = feed.Port, UserName = feed.User, Password = feed.Password, VirtualHost = "/" };
        factory.AutomaticRecoveryEnabled = false;
        await Assert.ThrowsAnyAsync<RabbitMQClientException>(async () =>
        {
            await using var connection = await factory.CreateConnectionAsync();
            await using var channel = await connection.CreateChannelAsync();
        });
    }

    [Fact]
    public async Task Is_not_told_the_way_to_another_s_queue()
    {
        using var water = _host.Client(Role.Department, UnitRef.Department("water"));
        Assert.Equal(HttpStatusCode.Forbidden, (await water.GetAsync("/api/v1/units/power/feed")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await water.PostAsync("/api/v1/units/dept.power/feed/rotate", null)).StatusCode);
    }

    [Fact]
    public async Task Gets_in_with_the_new_password_only_after_rotating_it()
    {
        var old = await Feed("zone");
        await using var inbox = await Inbox.Open(old);
        using var client = _host.Client(Role.Department, UnitRef.Department("zone"));
        var rotated = (await (await client.PostAsync("/api/v1/units/zone/feed/rotate", null)).Content.ReadFromJsonAsync<FeedDetails>())!;
        Assert.NotEqual(old.Password, rotated.Password);
        await Eventually.Holds("the old connection ended", () => Task.FromResult(!inbox.Channel.IsOpen));
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => Inbox.Open(old));
        await using var again = await Inbox.Open(rotated);
        Assert.True(again.Channel.IsOpen);
    }

    private async Task<bool> HandOver(History history, string column) =>
        await _host.Scalar<DateTime>($"select {column} from dispatch.hand_over where case_id = $1", history.Id.Value) != default;

    private static async Task Refused(Func<Task> act)
    {
        var refusal = await Assert.ThrowsAnyAsync<RabbitMQClientException>(act);
        var reason = refusal switch
        {
            OperationInterruptedException interrupted => interrupted.ShutdownReason?.ReplyCode,
            _ => null,
        };
        Assert.Equal((ushort?)Constants.AccessRefused, reason);
    }

    private async Task<FeedDetails> Feed(string department)
    {
        using var client = _host.Client(Role.Department, UnitRef.Department(department));
        return (await client.GetFromJsonAsync<FeedDetails>($"/api/v1/units/dept.{department}/feed"))!;
    }
}
