using System.Diagnostics.Metrics;
using Hotline.Ledger.Crashing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Ledger.Relaying;

/// <summary>Publishes the ledger: at least once, in order per case. Advisory locks keep each shard to one relay in the whole city.</summary>
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
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var delay = _options.RetryDelay;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await _publisher.CanPublish(stoppingToken))
                    await Publish(() => delay = _options.RetryDelay, stoppingToken);
                await Task.Delay(delay, _time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Whatever broke – broker, database, deadline – no checkpoint has moved: publish again after a pause.
                RelayLog.Interrupted(_log, delay.TotalMilliseconds, fault);
                await Task.Delay(delay, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, TimeSpan.FromSeconds(10).Ticks));
            }
        }
    }

    private async Task Publish(Action healthy, CancellationToken stopping)
    {
        await using var leases = await ShardLeases.Open(_database, stopping);
        long? tried = null;
        while (!stopping.IsCancellationRequested)
        {
            if (!leases.AreComplete && (tried is null || _time.GetElapsedTime(tried.Value) >= _options.TakeOverInterval))
            {
                foreach (var (shard, checkpoint) in await leases.Acquire(stopping))
                    RelayLog.Acquired(_log, shard, checkpoint);
                tried = _time.GetTimestamp();
            }
            var events = await leases.ReadNext(_options.BatchSize, stopping);
            if (events.Count == 0)
            {
                await _signal.Wait(_options.PollInterval, stopping);
                continue;
            }
            await PublishBatch(leases, events, stopping);
            healthy();
            if (events.Count < _options.BatchSize / 2)
                await Task.Delay(_options.Gathering, _time, stopping);
        }
    }

    private async Task PublishBatch(ShardLeases leases, IReadOnlyList<RelayedEvent> events, CancellationToken stopping)
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
        await leases.MovePast(events, stopping);
        Published.Add(events.Count);
        var now = _time.GetUtcNow();
        foreach (var relayed in events)
            Lag.Record((now - relayed.At).TotalSeconds);
    }
}
