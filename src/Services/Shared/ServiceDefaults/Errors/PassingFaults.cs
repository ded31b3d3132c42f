using System.Net.Sockets;
using Npgsql;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>Tells faults that pass by themselves – a server that restarts, a silo that died – from those that stay until somebody mends them.</summary>
public static class PassingFaults
{
    /// <summary>Whether the same again, a little later, may well succeed.</summary>
    public static bool Passes(Exception exception) => exception switch
    {
        TimeoutException or SocketException or HttpRequestException => true,
        // The caller is still there: somebody between us gave up waiting, such as Orleans for a silo that has just died.
        OperationCanceledException => true,
        NpgsqlException { IsTransient: true } => true,
        // Shutting down, out of memory, in recovery: Npgsql does not count all of them as transient.
        PostgresException { SqlState: ['5', '3' or '7', ..] } => true,
        // The cluster has no silo of a service just now, and with it went the knowledge of its grains: Orleans says so in these words only.
        ArgumentException missing when missing.Message.StartsWith("Could not find an implementation for interface", StringComparison.Ordinal) => true,
        { Message: var words } when words.StartsWith("No active nodes are compatible", StringComparison.Ordinal) => true,
        { InnerException: { } inner } when Passes(inner) => true,
        _ => IsRejectedCall(exception.GetType()),
    };

    // By name: the gateway and Insight use this assembly too and must not carry Orleans.
    private static bool IsRejectedCall(Type type) =>
        type.FullName is "Orleans.Runtime.OrleansMessageRejectionException" or "Orleans.Runtime.SiloUnavailableException"
            or "Orleans.Runtime.GatewayTooBusyException" or "Orleans.Runtime.ClientNotAvailableException"
            or "Orleans.Runtime.ConnectionFailedException" or "Orleans.Storage.InconsistentStateException"
        || (type.BaseType is { } parent && IsRejectedCall(parent));
}
