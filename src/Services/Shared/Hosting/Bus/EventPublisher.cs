using System.Diagnostics;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Hotline.Ledger.Relaying;
using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hotline.Hosting.Bus;

/// <summary>Publishes ledger entries over the bus. The message id is derived from the entry: a repetition carries the same one.</summary>
internal sealed class EventPublisher(IBus bus, NpgsqlDataSource database, IOptions<BusOptions> options) : IEventPublisher
{
    private static readonly ActivitySource Source = new("Hotline.Ledger");
    private bool _allSubscribed;

    public Task Publish(IReadOnlyList<RelayedEvent> events, CancellationToken cancellationToken) => InOrderPerCase(events, relayed => bus.Publish(
        Read(relayed), CaseEventTypes.Of(relayed.Type), Pipe.Execute<PublishContext>(context => context.MessageId = IdOf(relayed)), cancellationToken));

    public async Task Send(string queue, IReadOnlyList<RelayedEvent> events, CancellationToken cancellationToken)
    {
        // The exchange that every receive endpoint binds to its queue: addressing the queue would declare it anew, and not as a quorum queue.
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}"));
        await InOrderPerCase(events, relayed => endpoint.Send(
            Read(relayed), CaseEventTypes.Of(relayed.Type), Pipe.Execute<SendContext>(context => context.MessageId = IdOf(relayed)), cancellationToken));
    }

    public async Task<bool> CanPublish(CancellationToken cancellationToken)
    {
        if (_allSubscribed)
            return true;
        await using var command = database.CreateCommand("select not exists (select 1 from unnest($1) r (service) where not exists (select 1 from bus.subscription s where s.service = r.service))");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. options.Value.RequiredSubscribers] });
        return _allSubscribed = (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // Two publishes under way at once may overtake each other: of one case, the next starts when the one before is confirmed.
    private static Task InOrderPerCase(IReadOnlyList<RelayedEvent> events, Func<RelayedEvent, Task> publish) =>
        Task.WhenAll(events.GroupBy(relayed => relayed.CaseId).Select(async ofOneCase =>
        {
            foreach (var relayed in ofOneCase)
            {
                using var joined = Join(relayed);
                await publish(relayed);
            }
        }));

    // The message belongs to the trace of the request behind it, however much later it is published.
    private static Activity? Join(RelayedEvent relayed) =>
        ActivityContext.TryParse(relayed.Trace, null, isRemote: true, out var request)
            ? Source.StartActivity($"relay {relayed.Type}", ActivityKind.Producer, request)
            : null;

    private static object Read(RelayedEvent relayed) =>
        JsonSerializer.Deserialize(relayed.Data, CaseEventTypes.Of(relayed.Type), CaseJson.Options)!;

    private static Guid IdOf(RelayedEvent relayed) => Operation.IdFor("message", new CaseId(relayed.CaseId), relayed.Version);
}
