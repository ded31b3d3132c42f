using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hotline.Load.Faults.Proxying;

/// <summary>Stands between a client and a server and can break what passes.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<int> _target;
    private readonly Weather _weather = new();
    private readonly ConcurrentDictionary<ProxiedConnection, bool> _connections = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;

    /// <param name="target">Port of the server, asked for at each connection: it may be known only once the server has started.</param>
    public FaultProxy(Func<int> target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Changes what happens to the bytes, from now on.</summary>
    public void Set(Disturbance disturbance)
    {
        _weather.Change(disturbance);
        if (disturbance == Disturbance.Reset)
        {
            foreach (var connection in _connections.Keys)
            {
                connection.Reset();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        Set(Disturbance.Reset);
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync(_ending.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // With no descriptor left the next try would fail as fast.
                await Task.Delay(_pause);
                continue;
            }

            var connection = new ProxiedConnection(client, _weather);
            _connections[connection] = true;
            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(ProxiedConnection connection)
    {
        await connection.RunAsync(_target);
        _connections.TryRemove(connection, out _);
    }
}
