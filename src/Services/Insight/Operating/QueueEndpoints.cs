using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Insight.Trailing;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Operating;

/// <summary>Queues over HTTP.</summary>
internal static class QueueEndpoints
{
    private const int MostShown = 100;

    public static void MapQueues(this IEndpointRouteBuilder endpoints)
    {
        var queues = endpoints.MapGroup("/api/v1/operations/queues").WithTags("Operations").RequireRoles(Role.Administrator | Role.Supervisor);
        queues.MapGet("/", List)
            .WithName("listQueues")
            .WithSummary("Every queue with its depth, its consumers and the messages parked because they could not be handled.")
            .Produces<QueueList>();
        queues.MapGet("/{name}/parked", Parked)
            .WithName("listParkedMessages")
            .WithSummary("What is parked and why, without personal data; at most 100.")
            .Produces<ParkedList>();
        queues.MapPost("/{name}/parked/redeliver", Redeliver)
            .WithName("redeliverParkedMessages")
            .WithSummary("Puts the parked messages back into their queue; who did so is in the audit trail.")
            .RequireRoles(Role.Administrator)
            .Produces<Redelivered>();
    }

    private static async Task<IResult> List(Broker broker, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok(QueueList.Of(await broker.Queues(cancellationToken), clock.GetUtcNow()));

    private static async Task<IResult> Parked(Broker broker, string name, CancellationToken cancellationToken)
    {
        var names = await Names(broker, cancellationToken);
        if (!names.Contains(name))
            return Unknown(name);
        // A queue on which nothing was ever parked has no queue for it either.
        var parked = names.Contains(ParkedQueue.NameOf(name)) ? await broker.Peek(ParkedQueue.NameOf(name), MostShown, cancellationToken) ?? [] : [];
        return TypedResults.Ok(new ParkedList([.. parked.Select(ParkedMessage.Of)]));
    }

    private static async Task<IResult> Redeliver(HttpContext context, Broker broker, ParkedQueue parked, Trail trail, string name)
    {
        var cancellationToken = context.RequestAborted;
        var names = await Names(broker, cancellationToken);
        if (!names.Contains(name))
            return Unknown(name);
        await trail.Operate(context.Caller(), $"redeliver {name}", cancellationToken);
        return TypedResults.Ok(new Redelivered(names.Contains(ParkedQueue.NameOf(name)) ? await parked.Redeliver(name, cancellationToken) : 0));
    }

    private static async Task<HashSet<string>> Names(Broker broker, CancellationToken cancellationToken) =>
        [.. (await broker.Queues(cancellationToken)).Select(queue => queue.Name)];

    private static IResult Unknown(string name) => new Error(ErrorKind.NotFound, "queue-unknown", Arguments: [name]).ToResult();
}
