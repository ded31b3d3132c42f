using System.Diagnostics.Metrics;
using Hotline.Gateway.Verifying;

namespace Hotline.Gateway.Receiving;

/// <summary>Meter <c>Hotline.Gateway</c>.</summary>
internal sealed class GatewayMetrics
{
    private readonly Counter<long> requests;

    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Hotline.Gateway");
        requests = meter.CreateCounter<long>("hotline.gateway.requests", "{request}", "Requests by OAuth client and class of answer.");
    }

    /// <summary>Counts the request when it has been answered. Clients are registered, so there are only so many of them.</summary>
    public async Task Count(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!requests.Enabled)
            return;
        var client = context.User.Identity is VerifiedIdentity verified ? verified.Caller.Client : "none";
        requests.Add(1, new("client", client), new("outcome", Outcome(context.Response.StatusCode)));
    }

    private static string Outcome(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status413PayloadTooLarge => "too_large",
        StatusCodes.Status429TooManyRequests => "rate_limited",
        < 400 => "ok",
        < 500 => "client_error",
        _ => "server_error",
    };
}
