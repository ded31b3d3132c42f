using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>Turns what was not expected into a problem that tells the caller whether trying again helps, and nothing of our insides.</summary>
internal sealed class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var problem = Of(exception);
        Record(httpContext, problem.Status, exception);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private void Record(HttpContext context, int status, Exception exception)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
            log.RequestPutOff(Route(context), exception.GetType().Name, exception.Message);
        else if (status >= StatusCodes.Status500InternalServerError)
            log.RequestFailed(exception, Route(context), status);
    }

    private static Problem Of(Exception exception) => exception switch
    {
        BadHttpRequestException bad => RequestFaults.Explain(bad),
        _ when PassesByItself(exception) => CommonErrors.Unavailable,
        _ => CommonErrors.Unexpected,
    };

    private static bool PassesByItself(Exception exception) => exception switch
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
        { InnerException: { } inner } when PassesByItself(inner) => true,
        _ => IsRejectedCall(exception.GetType()),
    };

    // By name: the gateway and Insight use this assembly too and must not carry Orleans.
    private static bool IsRejectedCall(Type type) =>
        type.FullName is "Orleans.Runtime.OrleansMessageRejectionException" or "Orleans.Runtime.SiloUnavailableException"
            or "Orleans.Runtime.GatewayTooBusyException" or "Orleans.Runtime.ClientNotAvailableException"
            or "Orleans.Runtime.ConnectionFailedException" or "Orleans.Storage.InconsistentStateException"
        || (type.BaseType is { } parent && IsRejectedCall(parent));

    // The template, not the path: paths hold case numbers.
    private static string Route(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "?";
}
