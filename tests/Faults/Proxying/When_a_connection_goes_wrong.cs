using System.Net;
using System.Net.Sockets;
using Hotline.Load.Faults.Proxying;

namespace Hotline.Faults.Proxying;

public sealed class When_a_connection_goes_wrong : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TcpListener _echo = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private FaultProxy _proxy = null!;

    /// <summary>Bytes the server has got.</summary>
    private int _arrived;

    public ValueTask InitializeAsync()
    {
        _echo.Start();
        _ = Serve();
        _proxy = new FaultProxy(() => ((IPEndPoint)_echo.LocalEndpoint).Port);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _proxy.DisposeAsync();
        _echo.Dispose();
        _over.Dispose();
    }

    [Fact]
    public async Task Nothing_happens_to_the_bytes_unless_asked_for()
    {
        using var client = await Connect();
        Assert.Equal(42, await Echo(client, 42));
    }

    [Fact]
    public async Task Bytes_come_later()
    {
        using var client = await Connect();
        _proxy.Set(Disturbance.Latency);
        var started = TimeProvider.System.GetTimestamp();
        Assert.Equal(42, await Echo(client, 42));
        // 50 ms there, 50 ms back.
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMilliseconds(90));
    }

    [Fact]
    public async Task A_reset_ends_what_is_open_and_what_is_opened()
    {
        using var open = await Connect();
        Assert.Equal(1, await Echo(open, 1));
        _proxy.Set(Disturbance.Reset);
        await Assert.ThrowsAsync<IOException>(() => Echo(open, 2));
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var late = await Connect();
            await Echo(late, 3);
        });

        _proxy.Set(Disturbance.None);
        using var after = await Connect();
        Assert.Equal(4, await Echo(after, 4));
    }

    [Fact]
    public async Task A_black_hole_holds_the_bytes_until_it_is_gone()
    {
        using var client = await Connect();
        Assert.Equal(1, await Echo(client, 1));
        _proxy.Set(Disturbance.Blackhole);
        var answer = Echo(client, 2);
        using var other = await Connect();
        var connecting = Echo(other, 3);
        await Assert.ThrowsAsync<TimeoutException>(() => answer.WaitAsync(TimeSpan.FromMilliseconds(200)));
        Assert.False(connecting.IsCompleted);

        _proxy.Set(Disturbance.None);
        Assert.Equal(2, await answer);
        Assert.Equal(3, await connecting);
    }

    [Fact]
    public async Task A_lost_answer_was_asked_for_all_the_same()
    {
        using var client = await Connect();
        _proxy.Set(Disturbance.LostAnswers);
        await Assert.ThrowsAsync<IOException>(() => Echo(client, 42));
        Assert.Equal(1, _arrived);
    }

    private async Task<TcpClient> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _proxy.Port);
        return client;
    }

    private static async Task<byte> Echo(TcpClient client, byte value)
    {
        var stream = client.GetStream();
        await stream.WriteAsync(new[] { value });
        var answer = new byte[1];
        return await stream.ReadAsync(answer).AsTask().WaitAsync(Limit) == 1 ? answer[0] : throw new IOException("The connection was closed.");
    }

    private async Task Serve()
    {
        while (!_over.IsCancellationRequested)
        {
            var client = await _echo.AcceptTcpClientAsync(_over.Token);
            _ = Task.Run(async () =>
            {
                var piece = new byte[16];
                while (await client.GetStream().ReadAsync(piece) is > 0 and var count)
                {
                    Interlocked.Add(ref _arrived, count);
                    await client.GetStream().WriteAsync(piece.AsMemory(0, count));
                }
            });
        }
    }
}
