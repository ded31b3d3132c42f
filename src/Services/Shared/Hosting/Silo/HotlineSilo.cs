using System.Net;
using System.Reflection;
using Hotline.Contracts.Cases;
using Hotline.Hosting.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Storage;

namespace Hotline.Hosting.Silo;

/// <summary>Joins the one Orleans cluster of the city. Providers, ids and ports come from section <c>Orleans</c>, as Aspire injects it.</summary>
public static class HotlineSilo
{
    /// <summary>This process hosts grains of its own assembly.</summary>
    public static IHostApplicationBuilder AddHotlineSilo(this IHostApplicationBuilder builder)
    {
        RefuseLocalClustering(builder);
        AddOrleansSchema(builder);
        builder.UseOrleans(silo =>
        {
            silo.AddActivityPropagation();
            silo.Services.AddHotlineSerializers();
            silo.Services.AddSingleton(GrainState);
            silo.AddHomeDirectory();
            silo.Configure<EndpointOptions>(endpoints => endpoints.AdvertisedIPAddress = AdvertisedAddress(builder.Configuration));
            // An idle case costs nothing: it leaves memory after a few minutes and is read back with one query.
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromMinutes(5));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(60));
        return builder;
    }

    /// <summary>This process calls grains and hosts none.</summary>
    public static IHostApplicationBuilder AddHotlineClient(this IHostApplicationBuilder builder)
    {
        RefuseLocalClustering(builder);
        AddOrleansSchema(builder);
        builder.UseOrleansClient(client =>
        {
            client.AddActivityPropagation();
            client.Services.AddHotlineSerializers();
            // A client that joined before a silo of some service learns of that service's grains only when it asks again: by default after a minute.
            client.Configure<TypeManagementOptions>(types => types.TypeMapRefreshInterval = TimeSpan.FromSeconds(2));
            client.UseConnectionRetryFilter(async (_, cancellationToken) =>
            {
                // Silos start in parallel with their clients: wait for the first one, however long it takes.
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
                return true;
            });
        });
        return builder;
    }

    /// <summary>Types of Contracts know nothing of Orleans: they cross the cluster as the JSON they are everywhere else.</summary>
    public static IServiceCollection AddHotlineSerializers(this IServiceCollection services) =>
        services.AddSerializer(serializer => serializer.AddJsonSerializer(
            type => type.Assembly == typeof(CaseSummary).Assembly && !type.IsEnum, CaseJson.Options));

    // Binary, and tolerant of members that are added: written for every fact of a merchant, JSON of the same state took a quarter of Dispatch's time.
    // What was written as JSON before is still read.
    private static IGrainStorageSerializer GrainState(IServiceProvider services) => new GrainStorageSerializer(
        new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>()),
        new JsonGrainStorageSerializer(services.GetRequiredService<OrleansJsonSerializer>()));

    /// <summary>For grains that are at home where their key says.</summary>
    public static ISiloBuilder AddHomeDirectory(this ISiloBuilder silo) => silo.AddGrainDirectory(HomeDirectory.Name, (_, _) => new HomeDirectory());

    private static IPAddress AdvertisedAddress(IConfiguration configuration) =>
        IPAddress.Parse(configuration["Hotline:SiloAddress"] ?? IPAddress.Loopback.ToString());

    private static void RefuseLocalClustering(IHostApplicationBuilder builder)
    {
        var provider = builder.Configuration["Orleans:Clustering:ProviderType"];
        if (provider != "AdoNet")
            throw new InvalidOperationException(
                $"Orleans:Clustering:ProviderType is '{provider}', not 'AdoNet': silos that do not share a membership table split the city in two.");
    }

    private static void AddOrleansSchema(IHostApplicationBuilder builder) =>
        builder.AddHotlineDatabase("orleans", Assembly.GetExecutingAssembly(), ".Silo.Schema.");
}
