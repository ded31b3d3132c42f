using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Hotline.GrainContracts.Dispatch;

namespace Hotline.Dispatch.Delivering;

/// <summary>What departments find at the broker, as one document of its management API (<c>POST /api/definitions</c>).</summary>
/// <remarks>
/// One call sets up a whole city, and a second one changes nothing. A department may read its own two queues and nothing else: it declares,
/// binds and publishes nothing. Its inbox is bound to one word behind its code, so that <c>water</c> hears nothing of a <c>water.north</c>.
/// </remarks>
internal sealed record FeedTopology(
    [property: JsonPropertyName("vhosts")] IReadOnlyList<FeedTopology.VirtualHost> VirtualHosts,
    [property: JsonPropertyName("users")] IReadOnlyList<FeedTopology.User> Users,
    [property: JsonPropertyName("permissions")] IReadOnlyList<FeedTopology.Permission> Permissions,
    [property: JsonPropertyName("exchanges")] IReadOnlyList<FeedTopology.Exchange> Exchanges,
    [property: JsonPropertyName("queues")] IReadOnlyList<FeedTopology.Queue> Queues,
    [property: JsonPropertyName("bindings")] IReadOnlyList<FeedTopology.Binding> Bindings)
{
    /// <summary>Deliveries after which an event that its department does not acknowledge goes to the dead queue.</summary>
    private const int DeliveryLimit = 5;

    /// <param name="owner">Hotline's own user at the broker.</param>
    public static FeedTopology Of(IReadOnlyList<FeedCredentials> departments, string owner, FeedOptions options)
    {
        var vhost = options.VirtualHost;
        return new FeedTopology(
            [new VirtualHost(vhost)],
            [.. departments.Select(one => new User(one.User, Hash(one.Password)))],
            [
                new Permission(owner, vhost, ".*", ".*", ".*"),
                .. departments.Select(one => new Permission(one.User, vhost, "^$", "^$", OwnQueues(one.Department))),
            ],
            [new Exchange(FeedNames.Exchange, vhost, "topic"), new Exchange(FeedNames.DeadLetterExchange, vhost, "direct")],
            [.. departments.SelectMany(one => QueuesOf(one.Department, options))],
            [
                .. departments.Select(one =>
                    new Binding(FeedNames.Exchange, vhost, FeedNames.Inbox(one.Department), FeedNames.RoutingKey(one.Department, "*"))),
                .. departments.Select(one =>
                    new Binding(FeedNames.DeadLetterExchange, vhost, FeedNames.Dead(one.Department), FeedNames.DeadLetterKey(one.Department))),
            ]);
    }

    private static string OwnQueues(string department) =>
        $"^{Regex.Escape(FeedNames.Inbox(department))}$|^{Regex.Escape(FeedNames.Dead(department))}$";

    private static IEnumerable<Queue> QueuesOf(string department, FeedOptions options) =>
    [
        new Queue(FeedNames.Inbox(department), options.VirtualHost, new Dictionary<string, object>
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = DeliveryLimit,
            ["x-dead-letter-exchange"] = FeedNames.DeadLetterExchange,
            ["x-dead-letter-routing-key"] = FeedNames.DeadLetterKey(department),
            ["x-dead-letter-strategy"] = "at-least-once",
            // Dead-lettering at least once demands it, and a full queue must say so: the outbox keeps what it refuses.
            ["x-overflow"] = "reject-publish",
            ["x-max-length"] = options.MaxQueueLength,
        }),
        new Queue(FeedNames.Dead(department), options.VirtualHost, new Dictionary<string, object> { ["x-queue-type"] = "quorum" }),
    ];

    /// <summary>RabbitMQ's form: salt, then SHA-256 of salt and password.</summary>
    private static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        return Convert.ToBase64String([.. salt, .. SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])]);
    }

    internal sealed record VirtualHost([property: JsonPropertyName("name")] string Name);

    internal sealed record User(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("password_hash")] string PasswordHash,
        [property: JsonPropertyName("hashing_algorithm")] string Algorithm = "rabbit_password_hashing_sha256",
        [property: JsonPropertyName("tags")] string Tags = "");

    internal sealed record Permission(
        [property: JsonPropertyName("user")] string User,
        [property: JsonPropertyName("vhost")] string VirtualHost,
        [property: JsonPropertyName("configure")] string Configure,
        [property: JsonPropertyName("write")] string Write,
        [property: JsonPropertyName("read")] string Read);

    internal sealed record Exchange(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("vhost")] string VirtualHost,
        [property: JsonPropertyName("type")] string Type,
        [property: JsonPropertyName("durable")] bool Durable = true,
        [property: JsonPropertyName("auto_delete")] bool AutoDelete = false,
        [property: JsonPropertyName("internal")] bool Internal = false)
    {
        [JsonPropertyName("arguments")]
        public IReadOnlyDictionary<string, object> Arguments { get; } = new Dictionary<string, object>();
    }

    internal sealed record Queue(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("vhost")] string VirtualHost,
        [property: JsonPropertyName("arguments")] IReadOnlyDictionary<string, object> Arguments,
        [property: JsonPropertyName("durable")] bool Durable = true,
        [property: JsonPropertyName("auto_delete")] bool AutoDelete = false);

    internal sealed record Binding(
        [property: JsonPropertyName("source")] string Source,
        [property: JsonPropertyName("vhost")] string VirtualHost,
        [property: JsonPropertyName("destination")] string Destination,
        [property: JsonPropertyName("routing_key")] string RoutingKey,
        [property: JsonPropertyName("destination_type")] string DestinationType = "queue")
    {
        [JsonPropertyName("arguments")]
        public IReadOnlyDictionary<string, object> Arguments { get; } = new Dictionary<string, object>();
    }
}
