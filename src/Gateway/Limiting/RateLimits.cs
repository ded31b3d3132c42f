using System.Net;
using System.Threading.RateLimiting;
using Hotline.Contracts.Units;
using Hotline.Gateway.Routing;
using Hotline.Gateway.Verifying;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Hotline.Gateway.Limiting;

/// <summary>A token bucket for each client, person, or address without a token; refilled ten times a second.</summary>
internal static class RateLimits
{
    private const int RefillsPerSecond = 10;

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<GatewaySettings>>((limiter, settings) =>
        {
            var limits = settings.Value.Limits;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, Bucket>(context => Partition(context, limits));
            limiter.OnRejected = (rejected, _) => new ValueTask(Explain(rejected));
        });
    }

    private static RateLimitPartition<Bucket> Partition(HttpContext context, LimitSettings limits)
    {
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
            return RateLimitPartition.GetNoLimiter(default(Bucket));
        return RateLimitPartition.GetTokenBucketLimiter(BucketOf(context, limits), Options);
    }

    private static Bucket BucketOf(HttpContext context, LimitSettings limits) =>
        RouteTable.OpenToCitizens.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            ? Of(context.Connection.RemoteIpAddress, limits.Link) with { Client = "citizens" }
        : context.User.Identity is VerifiedIdentity verified ? Of(verified.Caller, limits)
        : Of(context.Connection.RemoteIpAddress, limits.Address);

    // Clients share no bucket with people: subjects of clients are their client ids, and both are part of the key.
    private static Bucket Of(Caller caller, LimitSettings limits) => new(caller.Client, caller.Subject, PerSecond(caller, limits));

    // An IPv6 customer owns 64 bits of addresses.
    private static Bucket Of(IPAddress? address, int perSecond) => new(null, Network(address ?? IPAddress.None), perSecond);

    private static int PerSecond(Caller caller, LimitSettings limits) =>
        limits.Clients.TryGetValue(caller.Client, out var own) ? own
        : caller.Is(Role.Channel) ? limits.Channel
        : caller.Is(Role.Department) ? limits.Department
        : limits.Person;

    private static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? address.ToString()
            : new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64).ToString();
    }

    private static TokenBucketRateLimiterOptions Options(Bucket bucket) => new()
    {
        TokenLimit = 2 * bucket.PerSecond,
        TokensPerPeriod = Math.Max(1, bucket.PerSecond / RefillsPerSecond),
        ReplenishmentPeriod = bucket.PerSecond < RefillsPerSecond
            ? TimeSpan.FromSeconds(1.0 / bucket.PerSecond)
            : TimeSpan.FromSeconds(1.0 / RefillsPerSecond),
        QueueLimit = 0,
    };

    private static Task Explain(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var until) ? until : TimeSpan.FromSeconds(1);
        return (CommonErrors.OfStatus(StatusCodes.Status429TooManyRequests) with { RetryAfter = wait }).ExecuteAsync(rejected.HttpContext);
    }

    private readonly record struct Bucket(string? Client, string Holder, int PerSecond);
}
