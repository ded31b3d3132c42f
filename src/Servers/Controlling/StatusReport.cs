using System.Text.Json.Serialization;

namespace Hotline.Servers.Controlling;

/// <summary>What <c>./hotline status --json</c> prints.</summary>
/// <param name="Processes">In the order of the topology.</param>
/// <param name="Gateway">Where people and clients come in.</param>
public sealed record StatusReport(IReadOnlyList<ProcessReport> Processes, string Gateway);

/// <param name="Name">Resource name; replicas beyond the first carry their number.</param>
/// <param name="State">waiting, starting, running, backingOff, stopping or stopped.</param>
/// <param name="Healthy">The last health check passed.</param>
/// <param name="Pid">Null while no process runs.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="Restarts">How often it was started again after it ended by itself.</param>
/// <param name="MemoryMb">Megabytes of memory that are its own, children included.</param>
public sealed record ProcessReport(string Name, string State, bool Healthy, int? Pid, int? Port, int Restarts, int MemoryMb)
{
    /// <summary>Serves, and did when last asked.</summary>
    [JsonIgnore]
    public bool IsReady => State == "running" && Healthy;
}
