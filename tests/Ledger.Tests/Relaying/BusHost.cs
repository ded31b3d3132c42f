using System.Collections.Concurrent;
using System.Diagnostics;
using Hotline.Contracts.Cases;
using Hotline.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hotline.Ledger.Tests.Relaying;

/// <summary>A process with a relay, or one with a consumer, as the services build them.</summary>
internal static class BusHost
{
    public static async Task<IHost> StartRelay(LedgerFixture ledger, Uri broker, params string[] requiredSubscribers)
    {
        var builder = Create(ledger, broker);
        for (var i = 0; i < requiredSubscribers.Length; i++)
            builder.Configuration[$"Bus:RequiredSubscribers:{i}"] = requiredSubscribers[i];
        builder.AddHotlineBus("cases");
        builder.Services.AddLedger();
        builder.Services.AddSingleton(ledger.Masters);
        return await Start(builder);
    }

    public static async Task<(IHost Host, Received Received)> StartConsumer(LedgerFixture ledger, Uri broker, Away? away = null, bool batches = false)
    {
        var builder = Create(ledger, broker);
        builder.Configuration["Bus:LongestPause"] = "00:00:00.010";
        var received = new Received();
        builder.Services.AddSingleton(received);
        builder.Services.AddSingleton(away ?? new Away());
        builder.AddHotlineBus("probe", bus => _ = batches
            ? bus.AddBatchConsumer<Probes>(size: 10, within: TimeSpan.FromMilliseconds(10), except: typeof(CitizenErased))
            : bus.AddConsumer<Probe>(concurrency: 1));
        return (await Start(builder), received);
    }

    /// <summary>A process whose bus does not stop when told to.</summary>
    public static Task<IHost> StartDeaf(LedgerFixture ledger, Uri broker)
    {
        var builder = Create(ledger, broker);
        builder.AddHotlineBus("deaf");
        builder.Services.AddSingleton<IBusDepot, Deaf>();
        builder.Services.PostConfigure<MassTransitHostOptions>(bus => bus.StopTimeout = bus.ConsumerStopTimeout = TimeSpan.FromSeconds(1));
        return Start(builder);
    }

    private static HostApplicationBuilder Create(LedgerFixture ledger, Uri broker)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "ledger-tests" });
        builder.Configuration["ConnectionStrings:hotline"] = ledger.ConnectionString;
        builder.Configuration["ConnectionStrings:rabbitmq"] = broker.ToString();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    private static async Task<IHost> Start(HostApplicationBuilder builder)
    {
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}

/// <summary>What a consumer saw, in order.</summary>
internal sealed class Received
{
    private readonly ConcurrentQueue<ICaseEvent> _events = new();
    private readonly System.Threading.Channels.Channel<bool> _arrived = System.Threading.Channels.Channel.CreateUnbounded<bool>();

    public IReadOnlyList<ICaseEvent> Events => [.. _events];

    /// <summary>Trace in which the last event was handled.</summary>
    public ActivityTraceId? Trace { get; private set; }

    public void Add(ICaseEvent @event)
    {
        Trace = Activity.Current?.TraceId;
        _events.Enqueue(@event);
        _arrived.Writer.TryWrite(true);
    }

    /// <summary>Returns when that many more have arrived.</summary>
    public async Task Wait(int count)
    {
        for (var i = 0; i < count; i++)
            await _arrived.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }
}

/// <summary>Something a consumer needs, which is away for the first so many times.</summary>
internal sealed class Away
{
    private int _asked;

    public int Times { get; init; }

    public Func<Exception>? Fault { get; init; }

    public int Asked => _asked;

    public void Ask()
    {
        if (Interlocked.Increment(ref _asked) <= Times)
            throw Fault!();
    }
}

/// <summary>Listens to everything.</summary>
internal sealed class Probe(Received received, Away away) : IConsume<ICaseEvent>
{
    public Task Consume(ICaseEvent message, CancellationToken cancellationToken)
    {
        away.Ask();
        received.Add(message);
        return Task.CompletedTask;
    }
}

/// <summary>Listens to all but one, each by its own binding.</summary>
internal sealed class Probes(Received received) : IConsumeBatch
{
    public Task Consume(IReadOnlyList<ICaseEvent> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
            received.Add(message);
        return Task.CompletedTask;
    }
}

internal sealed class Deaf : IBusDepot
{
    public Task Start(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task Stop(CancellationToken cancellationToken) => new TaskCompletionSource().Task;
}
