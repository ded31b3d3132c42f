using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Dispatch.Delivering;
using Hotline.Dispatch.Departments;
using Hotline.Dispatch.Merchants;
using Hotline.Dispatch.Offering;
using Hotline.Dispatch.Routing;
using Hotline.Hosting.Bus;
using Hotline.Hosting.Database;
using Hotline.Hosting.Silo;
using Microsoft.AspNetCore.DataProtection;

namespace Hotline.Dispatch;

/// <summary>Who gets a case: routing, offers to merchants, and the departments' feed.</summary>
public static class DispatchService
{
    /// <summary>Registers everything the service needs.</summary>
    public static WebApplicationBuilder AddDispatch(this WebApplicationBuilder builder)
    {
        builder.Services.AddCity(builder.Configuration);
        builder.AddHotlineDatabase("dispatch");
        builder.AddHotlineSilo();
        builder.AddHotlineBus("dispatch", bus => bus
            .AddConsumer<OfferCascade>()
            .AddConsumer<OfferBook>()
            .AddConsumer<MerchantRecorder>()
            .AddConsumer<RulingKeeper>()
            .AddBatchConsumer<CaseFeedBook>(size: 200, within: TimeSpan.FromMilliseconds(50), except: typeof(CaseReceived)));
        builder.Services.AddSingleton<OfferTable>();
        builder.Services.AddSingleton<RuleTable>();
        builder.Services.AddSingleton<RuleBook>();
        builder.Services.AddHostedService<ExpiryScanner>();
        AddFeed(builder);
        return builder;
    }

    /// <summary>Maps the API.</summary>
    public static WebApplication MapDispatch(this WebApplication app)
    {
        RoutingEndpoint.Map(app);
        RuleEndpoints.Map(app);
        TestEndpoint.Map(app);
        OfferEndpoints.Map(app);
        DepartmentEndpoints.Map(app);
        HandOverEndpoints.Map(app);
        MerchantEndpoints.Map(app);
        return app;
    }

    private static void AddFeed(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<FeedOptions>().BindConfiguration(FeedOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDataProtection().SetApplicationName("Hotline.Dispatch").PersistKeysToFileSystem(KeyFolder(builder.Configuration));
        services.AddHttpClient<BrokerManagement>(BrokerManagement.Configure);
        services.AddSingleton<FeedEnvelope>();
        services.AddSingleton<FeedSignal>();
        services.AddSingleton<HandOverBook>();
        services.AddSingleton<FeedMeter>();
        services.AddSingleton<FeedChannel>();
        services.AddSingleton<FeedProvisioner>();
        services.AddHostedService<FeedPublisher>();
    }

    private static DirectoryInfo KeyFolder(IConfiguration configuration) => new(Path.Combine(
        configuration["Hotline:DataFolder"] ?? throw new InvalidOperationException("Hotline:DataFolder is not set: where do the keys go?"),
        "dispatch", "keys"));
}
