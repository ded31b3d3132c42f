using System.Net;
using System.Net.Sockets;

namespace Hotline.Load.Faults.Proxying;

/// <summary>One connection of a client, and ours to the server for it.</summary>
internal sealed class ProxiedConnection(Socket client, Weather weather) : IDisposable
{
    private const int PieceSize = 32 * 1024;
    private static readonly TimeSpan _latency = TimeSpan.FromMilliseconds(50);

    private Socket? _server;

    /// <summary>Carries bytes until one side ends it or we break it.</summary>
    public async Task RunAsync(Func<int> target)
    {
        try
        {
            client.NoDelay = true;
            await PassAsync(answer: false);
            var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _server = server;
            await server.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target()));
            await Task.WhenAll(PumpAsync(client, server, answer: false), PumpAsync(server, client, answer: true));
        }
        // What one side does to its connection, the other side sees as well.
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or IOException)
        {
            Reset();
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        _server?.Dispose();
    }

    /// <summary>Both sides see RST.</summary>
    public void Reset()
    {
        foreach (var socket in (ReadOnlySpan<Socket?>)[client, _server])
        {
            try
            {
                socket?.LingerState = new LingerOption(true, 0);
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
            {
                // It is closed already.
            }

            socket?.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool answer)
    {
        var piece = new byte[PieceSize];
        try
        {
            while (await from.ReceiveAsync(piece) is > 0 and var count)
            {
                await PassAsync(answer);
                await to.SendAsync(piece.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            Reset();
            throw;
        }
    }

    /// <summary>Returns when the next piece may go on.</summary>
    private async Task PassAsync(bool answer)
    {
        // Asked for before the state: a change in between is not slept through.
        for (var changed = weather.Changed; weather.Now == Disturbance.Blackhole; changed = weather.Changed)
        {
            await changed;
        }

        switch (weather.Now)
        {
            case Disturbance.Latency:
                await Task.Delay(_latency);
                break;
            case Disturbance.Reset:
            case Disturbance.LostAnswers when answer:
                throw new SocketException((int)SocketError.ConnectionReset);
        }
    }
}
