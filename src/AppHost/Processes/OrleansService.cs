using System.Globalization;

namespace Hotline.AppHost.Processes;

/// <summary>The one cluster, as Aspire describes it: not a resource, but what silos and clients have in common.</summary>
public sealed class OrleansService(string name)
{
    private readonly Dictionary<string, IProviderConfiguration> _forSilos = [];
    private IProviderConfiguration? _clustering;
    private string? _clusterId;
    private string? _serviceId;

    public string Name { get; } = name;

    public OrleansService WithClusterId(string clusterId)
    {
        _clusterId = clusterId;
        return this;
    }

    public OrleansService WithServiceId(string serviceId)
    {
        _serviceId = serviceId;
        return this;
    }

    public OrleansService WithClustering(IProviderConfiguration provider)
    {
        _clustering = provider;
        return this;
    }

    public OrleansService WithReminders(IProviderConfiguration provider)
    {
        _forSilos["Reminders"] = provider;
        return this;
    }

    public OrleansService WithGrainStorage(string name, IProviderConfiguration provider)
    {
        _forSilos[$"GrainStorage__{name}"] = provider;
        return this;
    }

    public OrleansServiceClient AsClient() => new(this);

    internal void ConfigureClient<T>(IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        builder.WithEnvironment("Orleans__ClusterId", _clusterId ?? throw Missing("cluster id"));
        builder.WithEnvironment("Orleans__ServiceId", _serviceId ?? throw Missing("service id"));
        builder.WithEnvironment("Orleans__EnableDistributedTracing", "true");
        (_clustering ?? throw Missing("clustering")).ConfigureResource(builder, "Clustering");
    }

    internal void ConfigureSilo<T>(IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        ConfigureClient(builder);
        foreach (var (section, provider) in _forSilos)
        {
            provider.ConfigureResource(builder, section);
        }

        builder.Inject(injection =>
        {
            injection.Variables["Orleans__Endpoints__SiloPort"] = Port("silo");
            injection.Variables["Orleans__Endpoints__GatewayPort"] = Port("gateway");

            string Port(string kind) => injection.Allocation.Port($"{injection.Unit}.{kind}").ToString(CultureInfo.InvariantCulture);
        });
    }

    private InvalidOperationException Missing(string what) => new($"The Orleans service {Name} has no {what} yet.");
}

/// <summary>Makes a reference one of a client: no ports, no storage, no reminders.</summary>
public sealed record OrleansServiceClient(OrleansService Service);
