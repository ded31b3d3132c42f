using Yarp.ReverseProxy.Configuration;

namespace Hotline.Gateway.Routing;

/// <summary>Which service answers which address, and who may ask.</summary>
internal static class RouteTable
{
    public const string Identity = "identity";

    /// <summary>Where citizens without a token answer by a link and a one-time code. Nobody needs it often, so nobody may ask often.</summary>
    public static readonly IReadOnlyList<string> OpenToCitizens = [Links, "/visit"];

    private const string Links = "/api/v1/visits/links";

    /// <summary>Policy of routes that only administrators may use.</summary>
    public const string Administrator = "administrator";

    /// <summary>How long an instance is spared after a third of its requests failed.</summary>
    public static readonly TimeSpan FailureMemory = TimeSpan.FromSeconds(10);

    private const string Anonymous = "anonymous";
    private const string AnyToken = "default";

    /// <summary>Services behind the gateway whose OpenAPI documents are joined.</summary>
    public static readonly IReadOnlyList<string> ApiServices = ["cases", "dispatch", "escalation", "feedback", "insight"];

    // A path may be preceded by the one method that is answered there; the others go on to the row without.
    private static readonly (string Path, string Service, string Policy)[] Table =
    [
        ("/connect/{**rest}", Identity, Anonymous),
        ("/.well-known/{**rest}", Identity, Anonymous),
        ("/account/{**rest}", Identity, Anonymous),
        ("/api/v1/cases/{**rest}", "cases", AnyToken),
        ("/api/v1/cases/{number}/clock", "escalation", AnyToken),
        ("/api/v1/cases/{number}/similar", "insight", AnyToken),
        ("/api/v1/cases/{number}/cluster", "insight", AnyToken),
        ("/api/v1/cases/{number}/standing", "insight", AnyToken),
        ("/api/v1/cases/{number}/hand-overs/{**rest}", "dispatch", AnyToken),
        ("/api/v1/incidents/{**rest}", "cases", AnyToken),
        ("GET /api/v1/incidents/{**rest}", "insight", AnyToken),
        ("/api/v1/citizens/{**rest}", "cases", AnyToken),
        ("/api/v1/audit/{**rest}", "cases", AnyToken),
        ("/api/v1/offers/{**rest}", "dispatch", AnyToken),
        ("/api/v1/routing/{**rest}", "dispatch", AnyToken),
        ("/api/v1/units/{**rest}", "dispatch", AnyToken),
        ("/api/v1/notices/{**rest}", "feedback", AnyToken),
        ("/api/v1/visits/{**rest}", "feedback", AnyToken),
        (Links + "/{**rest}", "feedback", Anonymous),
        ("/visit/{**rest}", "feedback", Anonymous),
        ("/api/v1/worklists/{**rest}", "insight", AnyToken),
        ("/api/v1/search/{**rest}", "insight", AnyToken),
        ("/api/v1/suggestions/{**rest}", "insight", AnyToken),
        ("/api/v1/figures/{**rest}", "insight", AnyToken),
        ("/api/v1/operations/{**rest}", "insight", AnyToken),
        ("/operations/orleans/{**rest}", "cases", Administrator),
    ];

    public static IReadOnlyList<RouteConfig> Routes { get; } = [.. Table.Select(Route)];

    /// <summary>The clusters, with every destination the configuration names as Aspire does: <c>services:cases:http:0</c>.</summary>
    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration, GatewaySettings settings) =>
        [.. ApiServices.Append(Identity).Select(service => Cluster(service, Destinations(configuration, service), settings))];

    /// <summary>Addresses of a service, in the order of their numbers.</summary>
    public static IReadOnlyList<Uri> Destinations(IConfiguration configuration, string service) =>
        [.. configuration.GetSection($"services:{service}:http").GetChildren().Where(entry => entry.Value is not null).Select(entry => new Uri(entry.Value!))];

    private static RouteConfig Route((string Path, string Service, string Policy) row) => new()
    {
        RouteId = row.Path,
        ClusterId = row.Service,
        AuthorizationPolicy = row.Policy,
        Match = row.Path.Split(' ') is [var method, var path] ? new RouteMatch { Path = path, Methods = [method] } : new RouteMatch { Path = row.Path },
    };

    private static ClusterConfig Cluster(string service, IReadOnlyList<Uri> destinations, GatewaySettings settings) => new()
    {
        ClusterId = service,
        LoadBalancingPolicy = "PowerOfTwoChoices",
        Destinations = destinations.Select((uri, number) => ($"{service}-{number}", new DestinationConfig { Address = uri.ToString() }))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2),
        HealthCheck = new HealthCheckConfig
        {
            AvailableDestinationsPolicy = LikelyDestinations.Policy,
            Active = new ActiveHealthCheckConfig
            {
                Enabled = true, Interval = settings.HealthInterval, Timeout = TimeSpan.FromSeconds(3), Path = "/health/ready", Policy = "ConsecutiveFailures",
            },
            Passive = new PassiveHealthCheckConfig { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = FailureMemory },
        },
        HttpRequest = new()
        {
            ActivityTimeout = settings.AnswerTimeout,
            // Between processes of one machine or one private network; HTTP/2 would need TLS or prior knowledge and gains nothing here.
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        },
    };
}
