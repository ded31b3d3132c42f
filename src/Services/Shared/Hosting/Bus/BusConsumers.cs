using Hotline.Contracts.Cases;

namespace Hotline.Hosting.Bus;

/// <summary>What a service listens to.</summary>
public sealed class BusConsumers
{
    internal List<ConsumerPlan> Plans { get; } = [];

    /// <summary>A queue for everything the class handles.</summary>
    /// <param name="concurrency">Events handled at once; events of one case never are.</param>
    public BusConsumers AddConsumer<TConsumer>(int concurrency = 8)
        where TConsumer : class
    {
        var events = typeof(TConsumer).GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsume<>))
            .Select(type => type.GenericTypeArguments[0])
            .ToList();
        if (events.Count == 0)
            throw new InvalidOperationException($"{typeof(TConsumer).Name} implements no IConsume<>.");
        Plans.Add(new ConsumerPlan(typeof(TConsumer), events, concurrency, 0, TimeSpan.Zero));
        return this;
    }

    /// <summary>A queue of all events, or all but a few, handled in batches.</summary>
    /// <param name="size">Most events in a batch.</param>
    /// <param name="within">How long a batch waits to fill.</param>
    /// <param name="except">Events that mean nothing to it and never come.</param>
    public BusConsumers AddBatchConsumer<TConsumer>(int size, TimeSpan within, params IReadOnlyCollection<Type> except)
        where TConsumer : class, IConsumeBatch
    {
        Plans.Add(new ConsumerPlan(typeof(TConsumer), except.Count == 0 ? [typeof(ICaseEvent)] : [.. CaseEventTypes.All.Except(except)], 1, size, within));
        return this;
    }
}

/// <summary>One queue and the class behind it.</summary>
internal sealed record ConsumerPlan(Type Consumer, IReadOnlyList<Type> Events, int Concurrency, int BatchSize, TimeSpan BatchWithin)
{
    public bool IsBatch => BatchSize > 0;

    /// <summary><c>OfferCascade</c> of service <c>dispatch</c> listens on <c>dispatch-offer-cascade</c>.</summary>
    public string QueueOf(string service) =>
        $"{service}-{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Consumer.Name)}";
}
