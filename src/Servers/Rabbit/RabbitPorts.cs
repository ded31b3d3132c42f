using Hotline.Servers.Launching;

namespace Hotline.Servers.Rabbit;

/// <summary>All four listen on 127.0.0.1 only.</summary>
/// <param name="Amqp">Clients.</param>
/// <param name="Management">HTTP management API.</param>
/// <param name="Distribution">Erlang nodes and rabbitmqctl.</param>
/// <param name="PortMapper">This node's own epmd.</param>
public sealed record RabbitPorts(int Amqp, int Management, int Distribution, int PortMapper)
{
    public static RabbitPorts Free() => new(FreePorts.Next(), FreePorts.Next(), FreePorts.Next(), FreePorts.Next());
}
