using System.Collections.Frozen;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Crashing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Hosting.Bus;

/// <summary>Makes an <see cref="IConsume{TEvent}"/> a consumer of the bus library.</summary>
internal sealed class Adapter<TConsumer, TEvent>(IServiceProvider services, Patience patience, CrashPoints crash) : IConsumer<TEvent>
    where TConsumer : class
    where TEvent : class, ICaseEvent
{
    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var consumer = (IConsume<TEvent>)services.GetRequiredService<TConsumer>();
        var message = (TEvent)Concrete.EventOf(context);
        await patience.Run(token => consumer.Consume(message, token), context.CancellationToken);
        crash.Pass(CrashPoints.AfterConsume);
    }
}

/// <summary>Makes an <see cref="IConsumeBatch"/> a batch consumer of the bus library.</summary>
internal sealed class BatchAdapter<TConsumer>(IServiceProvider services, Patience patience, CrashPoints crash) : IConsumer<Batch<ICaseEvent>>
    where TConsumer : class, IConsumeBatch
{
    public async Task Consume(ConsumeContext<Batch<ICaseEvent>> context)
    {
        var consumer = services.GetRequiredService<TConsumer>();
        ICaseEvent[] messages = [.. context.Message.Select(Concrete.EventOf)];
        await patience.Run(token => consumer.Consume(messages, token), context.CancellationToken);
        crash.Pass(CrashPoints.AfterConsume);
    }
}

/// <summary>Who subscribes to the interface still gets the record that was published.</summary>
internal static class Concrete
{
    private static readonly FrozenDictionary<string, Func<ConsumeContext, ICaseEvent?>> ByUrn = CaseEventTypes.All.ToFrozenDictionary(
        type => MessageUrn.ForTypeString(type),
        type => typeof(Concrete).GetMethod(nameof(Read), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).CreateDelegate<Func<ConsumeContext, ICaseEvent?>>());

    public static ICaseEvent EventOf<TEvent>(ConsumeContext<TEvent> context)
        where TEvent : class, ICaseEvent
    {
        if (typeof(TEvent) != typeof(ICaseEvent))
            return context.Message;
        foreach (var urn in context.SupportedMessageTypes)
        {
            if (ByUrn.TryGetValue(urn, out var read) && read(context) is { } found)
                return found;
        }
        throw new InvalidOperationException($"None of {string.Join(", ", context.SupportedMessageTypes)} is an event this build knows.");
    }

    private static T? Read<T>(ConsumeContext context)
        where T : class => context.TryGetMessage<T>(out var typed) ? typed.Message : null;
}
