using System.Collections.Concurrent;
using Yarp.ReverseProxy.Forwarder;

namespace Hotline.Gateway.Routing;

/// <summary>Tells the log which services gave no answer: a line for each kind of failure in ten seconds, with their number. While a service is down every
/// request to it fails, and a stack trace for each would push out of the log what the log is read for.</summary>
internal sealed partial class ForwardingFailures(TimeProvider time, ILogger<ForwardingFailures> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(string Destination, ForwarderError Error), Tally> tallies = new();

    /// <summary>Counts the request if it failed behind us; what the caller broke off himself is nobody's failure.</summary>
    public async Task Count(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is { Error: not ForwarderError.RequestBodyClient } failure && !context.RequestAborted.IsCancellationRequested)
            Add(Destination(context), failure);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Tell();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Tell();
    }

    /// <summary>The instance that was asked; the service when there was none to ask.</summary>
    private static string Destination(HttpContext context)
    {
        var proxied = context.GetReverseProxyFeature();
        return proxied.ProxiedDestination?.DestinationId ?? proxied.Route.Config.ClusterId!;
    }

    private void Add(string destination, IForwarderErrorFeature failure)
    {
        var reason = failure.Exception?.GetBaseException().Message ?? "no instance is healthy";
        tallies.AddOrUpdate((destination, failure.Error), _ => new Tally(1, reason), (_, before) => new Tally(before.Count + 1, reason));
    }

    private void Tell()
    {
        foreach (var kind in tallies.Keys)
        {
            if (tallies.TryRemove(kind, out var tally))
                ForwardingFailed(kind.Destination, tally.Count, kind.Error, tally.Reason);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Destination} gave no answer to {Count} requests within 10 s ({Error}: {Reason})")]
    private partial void ForwardingFailed(string destination, int count, ForwarderError error, string reason);

    /// <param name="Reason">Of the last one.</param>
    private sealed record Tally(int Count, string Reason);
}
