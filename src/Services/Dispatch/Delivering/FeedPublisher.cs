using System.Diagnostics;
using Hotline.Ledger.Crashing;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Dispatch.Delivering;

/// <summary>Carries the outbox to the departments' queues: at least once, in order per department and case.</summary>
internal sealed class FeedPublisher(
    NpgsqlDataSource database,
    FeedChannel channel,
    FeedProvisioner provisioner,
    FeedSignal signal,
    FeedMeter meter,
    CrashPoints crash,
    TimeProvider time,
    IOptions<FeedOptions> options,
    ILogger<FeedPublisher> log) : BackgroundService
{
    private const int BatchSize = 256;

    private readonly Dictionary<string, DateTimeOffset> _paused = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await provisioner.Provisioned(stoppingToken);
                await channel.Open(stoppingToken);
                while (await Drain(stoppingToken) == BatchSize)
                {
                    // A full batch: there is more.
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.PublishingFailed(fault);
                await channel.Close();
                // What comes back may be another broker, or this one without its memory: it costs little to set up what is there already.
                provisioner.Forget();
            }
            await signal.Wait(options.Value.PollInterval, time, stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await channel.Close();
    }

    /// <summary>Sends one batch; answers how many events it held.</summary>
    private async Task<int> Drain(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // The lock keeps replicas from overtaking each other; who waits for it sees what the other left.
        var pending = await FeedOutbox.Take(connection, PausedNow(), BatchSize, cancellationToken);
        meter.Lag(pending.Count == 0 ? TimeSpan.Zero : time.GetUtcNow() - pending[0].MadeAt);
        if (pending.Count == 0)
            return 0;
        var results = new List<(OutgoingEvent, Publishing)>(pending.Count);
        try
        {
            foreach (var wave in Waves(pending))
                results.AddRange(await Send(wave, cancellationToken));
        }
        finally
        {
            // What was confirmed before a failure need not be sent again.
            await FeedOutbox.Settle(connection, results, time.GetUtcNow(), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        return pending.Count;
    }

    /// <summary>At most one event of a department and case at a time: the next goes out only after the one before is safe.</summary>
    internal static IEnumerable<IReadOnlyList<OutgoingEvent>> Waves(IReadOnlyList<OutgoingEvent> pending)
    {
        var places = new Dictionary<(string, Guid), int>();
        var waves = new List<List<OutgoingEvent>>();
        foreach (var one in pending)
        {
            var place = places.GetValueOrDefault((one.Department, one.CaseId));
            places[(one.Department, one.CaseId)] = place + 1;
            if (place == waves.Count)
                waves.Add([]);
            waves[place].Add(one);
        }
        return waves;
    }

    private async Task<IEnumerable<(OutgoingEvent, Publishing)>> Send(IReadOnlyList<OutgoingEvent> wave, CancellationToken cancellationToken)
    {
        var paused = PausedNow().ToHashSet();
        OutgoingEvent[] open = [.. wave.Where(one => !paused.Contains(one.Department))];
        using var deadline = new CancellationTokenSource(options.Value.PublishTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        // The deadline is on the wait itself: a publish may ignore its token when the broker vanished (rabbitmq-dotnet-client #1930).
        var results = await Task.WhenAll(open.Select(one => channel.Publish(one, either.Token))).WaitAsync(either.Token);
        crash.Pass(CrashPoints.AfterFeed);
        meter.Published(results.Count(result => result == Publishing.Confirmed), Stopwatch.GetElapsedTime(started));
        foreach (var (one, result) in open.Zip(results).Where(pair => pair.Second != Publishing.Confirmed))
            Pause(one, result);
        return open.Zip(results);
    }

    private void Pause(OutgoingEvent one, Publishing result)
    {
        _paused[one.Department] = time.GetUtcNow() + options.Value.RefusalPause;
        log.DepartmentPaused(one.Department, result);
        // Somebody removed the queue: it is made again before the next try.
        if (result == Publishing.Unroutable)
            provisioner.Forget();
    }

    private string[] PausedNow()
    {
        var now = time.GetUtcNow();
        return [.. _paused.Where(one => one.Value > now).Select(one => one.Key)];
    }
}
