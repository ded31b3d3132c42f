using System.Reflection;
using Hotline.Contracts.Cases;
using Hotline.Hosting.Database;
using Hotline.Ledger.Crashing;
using Hotline.Ledger.Relaying;
using Hotline.ServiceDefaults.Errors;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Hotline.Hosting.Bus;

/// <summary>The event bus: MassTransit over RabbitMQ, used nowhere else.</summary>
public static class HotlineBus
{
    /// <summary>Connects a service; <paramref name="configure"/> names what it listens to. Without it the service publishes only.</summary>
    public static IHostApplicationBuilder AddHotlineBus(this IHostApplicationBuilder builder, string service, Action<BusConsumers>? configure = null)
    {
        var consumers = new BusConsumers();
        configure?.Invoke(consumers);
        foreach (var plan in consumers.Plans)
            builder.Services.AddScoped(plan.Consumer);
        builder.AddHotlineDatabase("bus", Assembly.GetExecutingAssembly(), ".Bus.Schema.");
        builder.Services.AddOptions<BusOptions>().BindConfiguration("Bus");
        builder.Services.TryAddSingleton<CrashPoints>();
        builder.Services.AddSingleton<Patience>();
        builder.Services.AddSingleton<IEventPublisher, EventPublisher>();
        builder.Services.AddSingleton(new BusSubscriptions(service, [.. consumers.Plans.Select(plan => plan.QueueOf(service))]));
        builder.Services.AddHostedService<SubscriptionRegistrar>();
        builder.Services.AddSingleton<BusStartedCheck>();
        builder.Services.AddHealthChecks().AddCheck<BusStartedCheck>("bus-started", tags: ["ready"]);
        var broker = BrokerUri(builder.Configuration);
        builder.Services.AddMassTransit(bus => Configure(bus, service, consumers, broker));
        builder.Services.RemoveMassTransitHostedService();
        builder.Services.AddSingleton(BrokerAddress.Of(broker));
        builder.Services.AddHostedService<BusStarter>();
        builder.Services.Configure<MassTransitHostOptions>(host =>
        {
            host.StopTimeout = TimeSpan.FromSeconds(20);
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(15);
        });
        return builder;
    }

    private static Uri BrokerUri(IConfiguration configuration) => new(
        configuration.GetConnectionString("rabbitmq") ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not set."));

    private static void Configure(IBusRegistrationConfigurator bus, string service, BusConsumers consumers, Uri broker)
    {
        bus.DisableUsageTelemetry();
        // A broker that is away degrades a service, it does not take its API down.
        bus.ConfigureHealthCheckOptions(health =>
        {
            health.Name = "bus";
            health.MinimalFailureStatus = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded;
        });
        foreach (var plan in consumers.Plans)
        {
            foreach (var adapter in AdaptersOf(plan))
                bus.AddConsumer(adapter).ExcludeFromConfigureEndpoints();
        }
        bus.UsingRabbitMq((context, rabbit) =>
        {
            rabbit.Host(broker);
            rabbit.ConfigureJsonSerializerOptions(json =>
            {
                CaseJson.Configure(json);
                return json;
            });
            rabbit.Publish<CaseEvent>(topology => topology.Exclude = true);
            foreach (var plan in consumers.Plans)
                rabbit.ReceiveEndpoint(plan.QueueOf(service), endpoint => Configure(endpoint, plan, context));
        });
    }

    private static void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, ConsumerPlan plan, IBusRegistrationContext context)
    {
        endpoint.SetQuorumQueue();
        endpoint.ConfigureChannel(channel => channel.UseFilter(new OneAtATime()));
        endpoint.PrefetchCount = plan.IsBatch ? plan.BatchSize * 2 : plan.Concurrency * 4;
        endpoint.ConcurrentMessageLimit = plan.IsBatch ? null : plan.Concurrency;
        endpoint.UseKillSwitch(options => options.SetActivationThreshold(20).SetTripThreshold(0.5).SetRestartTimeout(s: 10));
        if (plan.IsBatch)
            BindToEvents(endpoint, plan);
        else
            OrderByCase(endpoint, plan);
        // What passes by itself is waited out by Patience. The rest may be a coincidence a few times; then it goes to _error, where people see it and can send it back.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(fault => !PassingFaults.Passes(fault));
            retry.Exponential(5, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200));
        });
        foreach (var adapter in AdaptersOf(plan))
        {
            if (plan.IsBatch)
                ConfigureBatch(endpoint, plan, context, adapter);
            else
                endpoint.ConfigureConsumer(context, adapter);
        }
    }

    // Left to itself the library would bind a batch consumer to the interface it handles, which is every event.
    private static void BindToEvents(IRabbitMqReceiveEndpointConfigurator endpoint, ConsumerPlan plan)
    {
        endpoint.ConfigureConsumeTopology = false;
        foreach (var type in plan.Events)
            typeof(HotlineBus).GetMethod(nameof(BindOne), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [endpoint]);
    }

    private static void BindOne<TEvent>(IRabbitMqReceiveEndpointConfigurator endpoint)
        where TEvent : class => endpoint.Bind<TEvent>();

    private static void OrderByCase(IRabbitMqReceiveEndpointConfigurator endpoint, ConsumerPlan plan)
    {
        var partitioner = new Partitioner(plan.Concurrency, new Murmur3UnsafeHashGenerator());
        foreach (var type in plan.Events)
        {
            typeof(HotlineBus).GetMethod(nameof(OrderOne), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, [endpoint, partitioner]);
        }
    }

    private static void OrderOne<TEvent>(IConsumePipeConfigurator endpoint, IPartitioner partitioner)
        where TEvent : class, ICaseEvent => endpoint.UsePartitioner<TEvent>(partitioner, context => context.Message.CaseId.Value);

    private static void ConfigureBatch(IRabbitMqReceiveEndpointConfigurator endpoint, ConsumerPlan plan, IBusRegistrationContext context, Type adapter) =>
        typeof(HotlineBus).GetMethod(nameof(BatchOne), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(adapter).Invoke(null, [endpoint, plan, context]);

    private static void BatchOne<TAdapter>(IRabbitMqReceiveEndpointConfigurator endpoint, ConsumerPlan plan, IBusRegistrationContext context)
        where TAdapter : class, IConsumer<Batch<ICaseEvent>> =>
        endpoint.ConfigureConsumer<TAdapter>(context, consumer => consumer.Options<BatchOptions>(batch => batch
            .SetMessageLimit(plan.BatchSize).SetTimeLimit(plan.BatchWithin).SetConcurrencyLimit(1)));

    private static IEnumerable<Type> AdaptersOf(ConsumerPlan plan) => plan.IsBatch
        ? [typeof(BatchAdapter<>).MakeGenericType(plan.Consumer)]
        : plan.Events.Select(type => typeof(Adapter<,>).MakeGenericType(plan.Consumer, type));
}
