using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Hotline.Gateway.Routing;

/// <summary>Who is asked: those that answer. When requests fail everywhere, everybody who says of himself that he is ready: a few requests that cannot be
/// answered shall not close a service to all others. Who does not even say that is asked by nobody, and callers hear so at once: to let each find out by
/// himself costs twice the time of the processor, at the moment when all of them ask again and again.</summary>
internal sealed class LikelyDestinations : IAvailableDestinationsPolicy
{
    public const string Policy = "Likely";

    public string Name => Policy;

    public IReadOnlyList<DestinationState> GetAvailalableDestinations(ClusterConfig config, IReadOnlyList<DestinationState> allDestinations)
    {
        var ready = allDestinations.Where(destination => destination.Health.Active != DestinationHealth.Unhealthy).ToList();
        var answering = ready.Where(destination => destination.Health.Passive != DestinationHealth.Unhealthy).ToList();
        return answering.Count > 0 ? answering : ready;
    }
}
