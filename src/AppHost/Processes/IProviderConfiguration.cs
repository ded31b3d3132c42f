namespace Hotline.AppHost.Processes;

/// <summary>Tells a silo or client where one of Orleans' providers lives.</summary>
public interface IProviderConfiguration
{
    void ConfigureResource<T>(IResourceBuilder<T> resourceBuilder, string configSectionPath)
        where T : IResourceWithEnvironment;
}
