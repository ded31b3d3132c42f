using System.Collections.Frozen;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Crashing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Hosting.Bus;

/// <summary>Makes an <see cref="IConsume{TEvent}"/> a consumer of the bus library.</summary>
internal sealed class Adapter<TConsumer, TEvent>(IServiceProvider services, CrashPoints crash) : IConsumer<TEvent>
    where TConsumer : class
    where TEvent : class, ICaseEvent
{
    public async Task Consume(ConsumeContext<TEvent> context)
    {
        await ((IConsume<TEvent>)services.GetRequiredService<TConsumer>()).Consume((TEvent)Concrete.EventOf(context), context.CancellationToken);
        crash.Pass(CrashPoints.AfterConsume);
    }
}

/// <summary>Makes an <see cref="IConsumeBatch"/> a batch consumer of the bus library.</summary>
internal sealed class BatchAdapter<TConsumer>(IServiceProvider services, CrashPoints crash) : IConsumer<Batch<ICaseEvent>>
    where TConsumer : class, IConsumeBatch
{
    public async Task Consume(ConsumeContext<Batch<ICaseEvent>> context)
    {
        await services.GetRequiredService<TConsumer>().Consume([.. context.Message.Select(Concrete.EventOf)], context.CancellationToken);
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
