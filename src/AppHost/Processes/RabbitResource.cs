using System.Globalization;
using Hotline.AppHost.Processes.Injecting;
using Hotline.Servers.Rabbit;

namespace Hotline.AppHost.Processes;

/// <summary>Debian's RabbitMQ with its own node, folder and ports.</summary>
public sealed class RabbitMQServerResource(string name, ParameterResource password)
    : IResourceWithConnectionString, IResourceWithEndpoints, IConnectionSource
{
    public string Name { get; } = name;

    internal RabbitPorts Ports(Allocation allocation) => new(
        allocation.Port($"{Name}.tcp"), allocation.Port($"{Name}.management"), allocation.Port($"{Name}.dist"), allocation.Port($"{Name}.epmd"));

    internal RabbitBroker Broker(Allocation allocation) =>
        new(allocation.Data.Server(Name), Ports(allocation), allocation.Parameter(password.Name), allocation.Secret("rabbitmq-cookie"));

    void IConnectionSource.Inject(Injection injection)
    {
        var broker = Broker(injection.Allocation);
        var port = injection.Allocation.PortSeen(Name, broker.AmqpUri.Port);
        var uri = new UriBuilder(broker.AmqpUri) { Port = port }.Uri.ToString().TrimEnd('/');
        injection.Variables[$"ConnectionStrings__{Name}"] = uri;
        injection.Connection(Name, new()
        {
            ["HOST"] = "127.0.0.1",
            ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["USERNAME"] = RabbitBroker.User,
            ["PASSWORD"] = injection.Allocation.Parameter(password.Name),
            ["URI"] = uri,
        });
    }
}

/// <summary>What AppHost.cs says about RabbitMQ.</summary>
public static class RabbitBuilding
{
    /// <summary>The data folder of the process engine is always kept; the volume's name is Aspire's affair.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder, string name) => builder;

    /// <summary>The process engine asks the management API for health and always has it.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(
        this IResourceBuilder<RabbitMQServerResource> builder) => builder;

    public static EndpointReference GetEndpoint(this IResourceBuilder<RabbitMQServerResource> builder, string name)
    {
        var rabbit = builder.Resource;
        return name == "management"
            ? new EndpointReference(rabbit, name, allocation => [$"http://127.0.0.1:{rabbit.Ports(allocation).Management}"])
            : throw new ArgumentException($"{rabbit.Name} has no endpoint {name}.", nameof(name));
    }
}
