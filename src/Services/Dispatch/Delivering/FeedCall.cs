using Hotline.Dispatch.Departments;
using Hotline.GrainContracts.Dispatch;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;
using Microsoft.Extensions.Options;

namespace Hotline.Dispatch.Delivering;

/// <summary>How to subscribe to a department's feed with any AMQP 0-9-1 client.</summary>
/// <param name="Queue">Read here; acknowledge after handling.</param>
/// <param name="DeadQueue">Events that were delivered too often without an acknowledgement.</param>
/// <param name="Uri">All of the connection in one, the password included.</param>
public sealed record FeedAccess(
    string Host, int Port, string VirtualHost, string Queue, string DeadQueue, string User, string Password, Uri Uri, DateTimeOffset RotatedAt);

/// <summary>One request for a department's connection details.</summary>
internal sealed class FeedCall(HttpContext http)
{
    public static ValueTask<FeedCall> BindAsync(HttpContext context) => new(new FeedCall(context));

    public async Task<IResult> Read(string unit)
    {
        if (!Owns(unit))
            return DepartmentEndpoints.NotYours.ToResult();
        var credentials = await Grain(unit).FeedCredentials(http.RequestAborted);
        return credentials.Succeeded ? Details(credentials.Value) : credentials.Error.ToResult();
    }

    public async Task<IResult> Rotate(string unit)
    {
        if (!Owns(unit))
            return DepartmentEndpoints.NotYours.ToResult();
        var credentials = await Grain(unit).RotateFeed(http.Caller().ToActor(), http.RequestAborted);
        if (!credentials.Succeeded)
            return credentials.Error.ToResult();
        var services = http.RequestServices;
        // Not aborted with the request: the grain has the new password, and the broker must not be left with the old one.
        await services.GetRequiredService<FeedProvisioner>().Apply(credentials.Value, CancellationToken.None);
        services.GetRequiredService<ILogger<FeedCall>>().Rotated(credentials.Value.Department, http.Caller().Subject);
        return Details(credentials.Value);
    }

    private bool Owns(string unit) => http.Caller().Unit == DepartmentEndpoints.DepartmentOf(unit);

    private IDepartmentGrain Grain(string unit) =>
        http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<IDepartmentGrain>(DepartmentEndpoints.KeyOf(unit));

    private IResult Details(FeedCredentials credentials)
    {
        var services = http.RequestServices;
        var options = services.GetRequiredService<IOptions<FeedOptions>>().Value;
        var broker = FeedChannel.Factory(services.GetRequiredService<IConfiguration>(), options.VirtualHost);
        var (host, port) = (options.PublicHost ?? broker.HostName, options.PublicPort ?? broker.Endpoint.Port);
        var uri = new UriBuilder(broker.Ssl.Enabled ? "amqps" : "amqp", host, port, Uri.EscapeDataString(options.VirtualHost))
        {
            UserName = credentials.User,
            Password = credentials.Password,
        };
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new FeedAccess(
            host, port, options.VirtualHost, FeedNames.Inbox(credentials.Department), FeedNames.Dead(credentials.Department),
            credentials.User, credentials.Password, uri.Uri, credentials.RotatedAt));
    }
}
