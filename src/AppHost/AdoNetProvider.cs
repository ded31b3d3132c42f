namespace Hotline.AppHost;

/// <summary>
/// Orleans' AdoNet provider over PostgreSQL. Aspire would derive a provider type from its resource's class name, which
/// Orleans 10.4 does not know, and never writes the invariant.
/// </summary>
internal sealed class AdoNetProvider(IResourceBuilder<PostgresDatabaseResource> database) : IProviderConfiguration
{
    public void ConfigureResource<T>(IResourceBuilder<T> resourceBuilder, string configSectionPath)
        where T : IResourceWithEnvironment
    {
        var section = "Orleans__" + configSectionPath.Replace(":", "__", StringComparison.Ordinal);
        resourceBuilder
            .WithEnvironment($"{section}__ProviderType", "AdoNet")
            .WithEnvironment($"{section}__Invariant", "Npgsql")
            .WithEnvironment($"{section}__ConnectionName", database.Resource.Name)
            .WithReference(database);
    }
}
