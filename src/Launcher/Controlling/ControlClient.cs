using System.Net.Http.Json;
using System.Net.Sockets;
using Hotline.Servers.Controlling;

namespace Hotline.Launcher.Controlling;

/// <summary>Talks to a running engine over its socket.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="data">Full path of the instance's data folder.</param>
    public ControlClient(string data)
    {
        var path = ControlSocket.PathFor(data);
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        })
        {
            BaseAddress = new Uri("http://hotline"),
            Timeout = TimeSpan.FromMinutes(3),
        };
    }

    /// <summary>Null when no engine runs.</summary>
    /// <param name="memory">Also measure memory, which is slow; 0 otherwise.</param>
    public async Task<StatusReport?> StatusAsync(bool memory = false)
    {
        try
        {
            return await _http.GetFromJsonAsync<StatusReport>($"/status?memory={memory}");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Asks for the stop; false when no engine runs.</summary>
    public async Task<bool> DownAsync()
    {
        try
        {
            using var answer = await _http.PostAsync("/down", null);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Kills, stops or starts one process.</summary>
    public async Task ActAsync(string process, string act)
    {
        using var answer = await _http.PostAsync($"/processes/{process}/{act}", null);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
