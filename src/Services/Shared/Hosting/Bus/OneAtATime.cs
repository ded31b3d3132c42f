using System.Diagnostics.CodeAnalysis;
using MassTransit;
using MassTransit.RabbitMqTransport;

namespace Hotline.Hosting.Bus;

/// <summary>
/// Sets up an endpoint's exchanges and bindings one after the other. The bus library asks for all of them at once; those that wait for their turn
/// within the channel when the connection is lost wait for ever (rabbitmq-dotnet-client #1976, in 7.2.2), and with them the endpoint.
/// </summary>
internal sealed class OneAtATime : IFilter<ChannelContext>
{
    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        using var orderly = new OrderlyChannel(context);
        await next.Send(orderly);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("oneAtATime");
}

/// <summary>A channel on which declarations wait for each other outside of it.</summary>
[SuppressMessage("Usage", "CA2213", Justification = "Disposed while somebody waits, a semaphore never lets go: the very fault this is about.")]
internal sealed class OrderlyChannel(ChannelContext context) : ScopeChannelContext(context, context.CancellationToken), ChannelContext
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    Task ChannelContext.ExchangeDeclare(
        string exchange, string type, bool durable, bool autoDelete, IDictionary<string, object> arguments, CancellationToken cancellationToken) =>
        InTurn(() => ExchangeDeclare(exchange, type, durable, autoDelete, arguments, cancellationToken));

    Task ChannelContext.ExchangeBind(
        string destination, string source, string routingKey, IDictionary<string, object> arguments, CancellationToken cancellationToken) =>
        InTurn(() => ExchangeBind(destination, source, routingKey, arguments, cancellationToken));

    Task ChannelContext.QueueBind(
        string queue, string exchange, string routingKey, IDictionary<string, object> arguments, CancellationToken cancellationToken) =>
        InTurn(() => QueueBind(queue, exchange, routingKey, arguments, cancellationToken));

    private async Task InTurn(Func<Task> declare)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            await declare();
        }
        finally
        {
            _turn.Release();
        }
    }
}
