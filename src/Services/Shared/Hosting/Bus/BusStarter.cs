using System.Net.Sockets;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hotline.Hosting.Bus;

/// <summary>Starts the bus as soon as the broker listens, and stops it before the silo. The bus library would wait ever longer between its
/// attempts; a process that starts beside its broker would then be ready seconds after it could be.</summary>
internal sealed class BusStarter(
    IBusDepot buses, BrokerAddress broker, IOptions<MassTransitHostOptions> options, TimeProvider time, ILogger<BusStarter> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stopping = new();
    private Task _starting = Task.CompletedTask;

    // Intake must start without a broker; the ledger keeps what is to be published.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _starting = StartWhenReachable();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        var limit = options.Value.StopTimeout!.Value;
        try
        {
            // Its own limit does not cover all that it waits for; what comes after it must be stopped in good order too.
            await Stop(limit, cancellationToken).WaitAsync(limit + Grace, time, cancellationToken);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            BusLog.LeftRunning(log, fault);
        }
    }

    public void Dispose() => _stopping.Dispose();

    private async Task Stop(TimeSpan limit, CancellationToken cancellationToken)
    {
        await _starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await buses.Stop(limit, cancellationToken);
    }

    private async Task StartWhenReachable()
    {
        var stopping = _stopping.Token;
        var waiting = false;
        while (!await IsListening(stopping))
        {
            if (!waiting)
                BusLog.Waiting(log, broker.Host, broker.Port);
            waiting = true;
            await Task.Delay(Pause, time, stopping);
        }
        await buses.Start(stopping);
    }

    private async Task<bool> IsListening(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(broker.Host, broker.Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>Where the broker listens.</summary>
internal sealed record BrokerAddress(string Host, int Port)
{
    private const int AmqpPort = 5672;
    private const int AmqpsPort = 5671;

    /// <summary>Of an <c>amqp</c> or <c>amqps</c> URI.</summary>
    public static BrokerAddress Of(Uri uri) =>
        new(uri.Host, uri.Port > 0 ? uri.Port : uri.Scheme == "amqps" ? AmqpsPort : AmqpPort);
}
