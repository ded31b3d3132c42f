using Hotline.ServiceDefaults.Errors;
using Yarp.ReverseProxy.Forwarder;

namespace Hotline.Gateway.Routing;

/// <summary>Explains to the caller why no answer came from behind.</summary>
internal static class ForwardingProblems
{
    public static async Task Explain(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.HasStarted || context.GetForwarderErrorFeature() is not { } failure || context.RequestAborted.IsCancellationRequested)
            return;
        await Of(failure).ExecuteAsync(context);
    }

    private static Problem Of(IForwarderErrorFeature failure) => failure switch
    {
        { Exception: BadHttpRequestException bad } => CommonErrors.OfStatus(bad.StatusCode),
        { Exception.InnerException: BadHttpRequestException bad } => CommonErrors.OfStatus(bad.StatusCode),
        { Error: ForwarderError.RequestTimedOut } => new Problem(StatusCodes.Status504GatewayTimeout, "answer-too-slow"),
        { Error: ForwarderError.RequestBodyClient } => CommonErrors.OfStatus(StatusCodes.Status400BadRequest),
        _ => CommonErrors.Unavailable,
    };
}
