using System.Net;
using System.Net.Sockets;

namespace Hotline.Ledger.Tests.Relaying;

/// <summary>Stands before a broker and cuts the first connection that asks for an exchange.bind, while what follows it is under way.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    /// <summary>Class 40, method 30 (AMQP 0-9-1 with RabbitMQ's extension).</summary>
    private static readonly byte[] ExchangeBind = [0, 40, 0, 30];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Uri _broker;
    private readonly Task _accepting;
    private int _cuts;

    public CuttingProxy(Uri broker)
    {
        _broker = broker;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>The broker by way of this.</summary>
    public Uri Uri => new UriBuilder(_broker) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    public bool HasCut => _cuts > 0;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task Accept()
    {
        while (true)
            _ = Serve(await _listener.AcceptTcpClientAsync(_over.Token));
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(_broker.Host, _broker.Port, _over.Token);
            await Task.WhenAny(Pass(client, server, cuts: true), Pass(server, client, cuts: false));
            client.LingerState = new LingerOption(true, 0);
        }
    }

    private async Task Pass(TcpClient from, TcpClient to, bool cuts)
    {
        var piece = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(piece, _over.Token) is > 0 and var count)
        {
            if (cuts && piece.AsSpan(0, count).IndexOf(ExchangeBind) >= 0 && Interlocked.Increment(ref _cuts) == 1)
                return;
            await to.GetStream().WriteAsync(piece.AsMemory(0, count), _over.Token);
        }
    }
}
