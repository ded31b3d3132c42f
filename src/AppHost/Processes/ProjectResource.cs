using Hotline.AppHost.Processes.Injecting;

namespace Hotline.AppHost.Processes;

/// <summary>One of our services.</summary>
public sealed class ProjectResource(string name, string projectPath) : IResourceWithEnvironment, IResourceWithEndpoints
{
    public string Name { get; } = name;

    internal string ProjectPath { get; } = projectPath;

    internal List<Action<Injection>> Environment { get; } = [];

    internal List<IResource> WaitsFor { get; } = [];

    internal int Replicas { get; set; } = 1;

    /// <summary>The port asked for; null takes a free one and keeps it.</summary>
    internal int? HttpPort { get; set; }

    internal bool External { get; set; }

    internal string? HealthPath { get; set; }

    internal EndpointReference Http => new(this, "http", allocation =>
        [.. Enumerable.Range(0, Replicas).Select(replica => $"http://{Host}:{Port(allocation, replica)}")]);

    /// <summary>External addresses are for people, who say localhost; between processes nothing has to be resolved.</summary>
    private string Host => External ? "localhost" : "127.0.0.1";

    internal int Port(Allocation allocation, int replica) =>
        replica == 0 && HttpPort is { } asked ? asked : allocation.Port($"{UnitName(replica)}.http");

    /// <summary>The first replica bears the name of the service.</summary>
    internal string UnitName(int replica) => replica == 0 ? Name : $"{Name}-{replica + 1}";
}
