using System.Text.Json;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Feedback.Keeping;
using Hotline.Feedback.Telling;
using Hotline.Hosting.Bus;
using Hotline.Ledger.Relaying;
using Hotline.TestKit;
using Hotline.TestKit.Stories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Hotline.Feedback.Tests.Keeping;

public class When_events_come_over_the_bus
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_visit_of_the_case_and_what_its_citizen_is_told_follow_them()
    {
        await using var bench = await Bench.Open();
        using var service = await Start(bench);
        var story = new CaseStory(Bench.Monday).Received().Accepted().Triaged().Dispatched(UnitRef.Department("water")).Signed().Contacted()
            .Warned("handle").Replied().Visited().Closed();

        // Twice, as a relay that was interrupted would.
        for (var time = 0; time < 2; time++)
            await service.Services.GetRequiredService<IEventPublisher>().Publish([.. story.Events.Select(Relayed)], CancellationToken.None);

        await Until(() => Visit(bench), row => row == "false solved");
        Assert.Equal(1, await bench.Value<long>("select count(*) from feedback.credit_entry"));
        await Until(() => Told(bench), told => told == "case.replied case.closed");
        await service.StopAsync();
    }

    private static async Task<IHost> Start(Bench bench)
    {
        var rabbit = await (await RabbitServer.SharedAsync()).CreateVhost();
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:rabbitmq"] = rabbit.ToString(),
            ["ConnectionStrings:hotline"] = bench.ConnectionString,
        });
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<City>(DemoCity.City);
        builder.Services.AddSingleton<NpgsqlDataSource>(bench.Database);
        builder.Services.AddSingleton<VisitBook>();
        builder.Services.AddSingleton(bench.Secrets).AddSingleton<NoticeBook>();
        builder.AddHotlineBus("feedback", bus => bus.AddConsumer<VisitKeeper>().AddConsumer<Teller>());
        var host = builder.Build();
        await host.StartAsync();
        await Until(() => Queues(bench), queues => queues.Length > 0);
        return host;
    }

    private static async Task<string[]?> Queues(Bench bench) => await bench.Value<string[]>("select array(select queue from bus.subscription)");

    private static async Task<string?> Visit(Bench bench) => await bench.Value<string>("select coalesce((select concat_ws(' ', open::text, outcome) from feedback.visit), '')");

    private static async Task<string?> Told(Bench bench) =>
        await bench.Value<string>("select coalesce((select string_agg(text_key, ' ' order by version) from feedback.notice), '')");

    private static RelayedEvent Relayed(CaseEvent one) => new(
        LedgerPlace.Start, one.CaseId.Value, one.Version, CaseEventTypes.NameOf(one.GetType()), JsonSerializer.Serialize(one, one.GetType(), CaseJson.Options), one.At);

    private static async Task<T> Until<T>(Func<Task<T?>> ask, Func<T, bool> holds) where T : class
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (true)
        {
            if (await ask() is { } found && holds(found))
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token);
        }
    }
}
