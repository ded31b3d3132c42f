using Hotline.AppHost.Processes.Injecting;

namespace Hotline.AppHost.Processes;

/// <summary>An endpoint whose port is known when the resource is started.</summary>
public sealed class EndpointReference
{
    private readonly Func<Allocation, IReadOnlyList<string>> _urls;

    internal EndpointReference(IResource resource, string name, Func<Allocation, IReadOnlyList<string>> urls)
    {
        Resource = resource;
        EndpointName = name;
        _urls = urls;
    }

    public IResource Resource { get; }

    public string EndpointName { get; }

    /// <summary>One address per replica.</summary>
    internal IReadOnlyList<string> Urls(Allocation allocation) => _urls(allocation);
}
