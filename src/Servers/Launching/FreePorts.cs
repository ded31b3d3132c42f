using System.Net;
using System.Net.Sockets;

namespace Hotline.Servers.Launching;

/// <summary>
/// Ports below the range that Linux hands to outgoing connections (32768 and up), so that one kept for the next start
/// is not taken by a passing connection meanwhile. Between a port's choice and its use lie seconds: each process chooses
/// from blocks of its own, so that hosts that start side by side never choose the same.
/// </summary>
public static class FreePorts
{
    private static readonly HashSet<int> _given = [];
    private static readonly HashSet<PortBlock> _blocks = [];
    private static readonly Lock _lock = new();

    public static int Next()
    {
        lock (_lock)
        {
            for (; ; _blocks.Add(PortBlock.Claim()))
            {
                foreach (var port in _blocks.SelectMany(block => block.Ports))
                {
                    if (_given.Add(port) && IsFree(port))
                    {
                        return port;
                    }
                }
            }
        }
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
