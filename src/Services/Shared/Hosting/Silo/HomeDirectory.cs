using System.Collections.Concurrent;
using Orleans.GrainDirectory;

namespace Hotline.Hosting.Silo;

/// <summary>
/// Knows the grains of this silo alone. For grains whose place follows from their key (<c>[HashBasedPlacement]</c>): every silo finds their home by
/// computing it, so nobody needs to be asked, and an activation costs no message to whichever silo keeps that part of the cluster's directory.
/// </summary>
/// <remarks>While silos come and go, two of them may take themselves for the home of a grain. Only grains that the database fences, and that ask it
/// before they answer from memory, may live here.</remarks>
public sealed class HomeDirectory : IGrainDirectory
{
    /// <summary>For <c>[GrainDirectory]</c>.</summary>
    public const string Name = "home";

    private readonly ConcurrentDictionary<GrainId, GrainAddress> _here = new();

    /// <inheritdoc />
    public Task<GrainAddress?> Register(GrainAddress address) => Task.FromResult<GrainAddress?>(_here.GetOrAdd(address.GrainId, address));

    /// <inheritdoc />
    public Task<GrainAddress?> Register(GrainAddress address, GrainAddress? previousAddress)
    {
        var kept = _here.AddOrUpdate(
            address.GrainId,
            static (_, change) => change.Address,
            static (_, known, change) => change.Previous is { } previous && known.Matches(previous) ? change.Address : known,
            (Address: address, Previous: previousAddress));
        return Task.FromResult<GrainAddress?>(kept);
    }

    /// <inheritdoc />
    public Task Unregister(GrainAddress address)
    {
        if (_here.TryGetValue(address.GrainId, out var known) && known.Matches(address))
            _here.TryRemove(KeyValuePair.Create(address.GrainId, known));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<GrainAddress?> Lookup(GrainId grainId) => Task.FromResult(_here.GetValueOrDefault(grainId));

    /// <inheritdoc />
    public Task UnregisterSilos(List<SiloAddress> siloAddresses) => Task.CompletedTask;
}
