namespace Hotline.AppHost.Processes.Injecting;

/// <summary>
/// The names Microsoft.Extensions.ServiceDiscovery reads. Aspire puts a proxy before replicas and names one address; we name each.
/// </summary>
internal static class ServiceReference
{
    public static void Inject(Injection injection, EndpointReference endpoint)
    {
        var service = endpoint.Resource.Name;
        var urls = endpoint.Urls(injection.Allocation);
        for (var index = 0; index < urls.Count; index++)
        {
            injection.Variables[$"services__{service}__{endpoint.EndpointName}__{index}"] = urls[index];
        }

        injection.Variables[$"{Injection.EnvironmentName(service)}_{endpoint.EndpointName.ToUpperInvariant()}"] = urls[0];
    }
}
