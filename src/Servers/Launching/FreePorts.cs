using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Hotline.Servers.Launching;

/// <summary>
/// Ports below the range that Linux hands to outgoing connections (32768 and up), so that one kept for the next start
/// is not taken by a passing connection meanwhile.
/// </summary>
public static class FreePorts
{
    private const int First = 20_000;
    private const int Last = 32_000;

    private static readonly HashSet<int> _given = [];
    private static readonly Lock _lock = new();

    public static int Next()
    {
        lock (_lock)
        {
            for (var tries = 0; tries < Last - First; tries++)
            {
                var port = RandomNumberGenerator.GetInt32(First, Last);
                if (IsFree(port) && _given.Add(port))
                {
                    return port;
                }
            }
        }

        throw new InvalidOperationException($"No port between {First} and {Last} is free.");
    }

    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
