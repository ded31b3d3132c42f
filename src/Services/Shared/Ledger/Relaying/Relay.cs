using System.Diagnostics.Metrics;
using Hotline.Ledger.Appending;
using Hotline.Ledger.Crashing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Ledger.Relaying;

/// <summary>Publishes the ledger: at least once, in order per case. One loop a shard; the advisory lock keeps it to one relay in the whole city.</summary>
public sealed class Relay : BackgroundService
{
    private static readonly Meter Meter = new("Hotline.Ledger");
    private static readonly Counter<long> Published = Meter.CreateCounter<long>("hotline.relay.published", "{event}", "Events confirmed by the broker.");
    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("hotline.relay.lag", "s", "From decision to confirm by the broker.");

    private readonly NpgsqlDataSource _database;
    private readonly IEventPublisher _publisher;
    private readonly RelaySignal _signal;
    private readonly CrashPoints _crash;
    private readonly TimeProvider _time;
    private readonly ILogger<Relay> _log;
    private readonly RelayOptions _options;

    /// <summary>Made by the container.</summary>
    public Relay(
        NpgsqlDataSource database, IEventPublisher publisher, RelaySignal signal, CrashPoints crash, TimeProvider time, IOptions<RelayOptions> options,
        ILogger<Relay> log)
    {
        _database = database;
        _publisher = publisher;
        _signal = signal;
        _crash = crash;
        _time = time;
        _log = log;
        _options = options.Value;
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Shard.Count).Select(shard => Task.Run(() => RunShard((short)shard, stoppingToken), stoppingToken)));

    private async Task RunShard(short shard, CancellationToken stopping)
    {
        var delay = _options.RetryDelay;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var lease = await _publisher.CanPublish(stopping) ? await ShardLease.TryAcquire(_database, shard, stopping) : null;
                if (lease is not null)
                    await Publish(lease, shard, () => delay = _options.RetryDelay, stopping);
                await Task.Delay(delay, _time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Whatever broke – broker, database, deadline – the checkpoint has not moved: publish again after a pause.
                RelayLog.Interrupted(_log, shard, delay.TotalMilliseconds, fault);
                await Task.Delay(delay, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, TimeSpan.FromSeconds(10).Ticks));
            }
        }
    }

    private async Task Publish(ShardLease lease, short shard, Action healthy, CancellationToken stopping)
    {
        RelayLog.Acquired(_log, shard, lease.Checkpoint);
        while (!stopping.IsCancellationRequested)
        {
            var events = await lease.ReadNext(_options.BatchSize, stopping);
            if (events.Count == 0)
            {
                await _signal.Wait(shard, _options.PollInterval, stopping);
                continue;
            }
            await PublishBatch(lease, events, stopping);
            healthy();
        }
    }

    private async Task PublishBatch(ShardLease lease, IReadOnlyList<RelayedEvent> events, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(_options.PublishDeadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        try
        {
            // A publish may ignore its token when the broker vanished (rabbitmq-dotnet-client #1930): the wait itself has the deadline.
            await _publisher.Publish(events, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker confirmed nothing for {_options.PublishDeadline}.");
        }
        _crash.Pass(CrashPoints.AfterPublish);
        await lease.MoveTo(events[^1].Position, stopping);
        Published.Add(events.Count);
        var now = _time.GetUtcNow();
        foreach (var relayed in events)
            Lag.Record((now - relayed.At).TotalSeconds);
    }
}
