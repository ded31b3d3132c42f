using Hotline.Cities;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Bus;
using Hotline.Hosting.Database;
using Hotline.Hosting.Silo;
using Hotline.Insight.Clustering;
using Hotline.Insight.Figuring;
using Hotline.Insight.Listing;
using Hotline.Insight.Operating;
using Hotline.Insight.Projecting;
using Hotline.Insight.Rebuilding;
using Hotline.Insight.Rows;
using Hotline.Insight.Saving;
using Hotline.Insight.Screening;
using Hotline.Insight.Searching;
using Hotline.Insight.Standing;
using Hotline.Insight.Streaming;
using Hotline.Insight.Suggesting;
using Hotline.Insight.Telemetry;
using Hotline.Insight.Trailing;
using Hotline.Ledger;
using Hotline.Ledger.Secrets;

namespace Hotline.Insight;

/// <summary>Registers lists, search, figures and the view of the queues.</summary>
public static class InsightService
{
    /// <summary>Resource name of the service.</summary>
    public const string Name = "insight";

    private static readonly Uri Cases = new("http://cases");

    /// <summary>Adds everything the service needs.</summary>
    public static WebApplicationBuilder AddInsight(this WebApplicationBuilder builder)
    {
        builder.AddHotlineDatabase(Name);
        builder.AddHotlineBus(Name, bus => bus.AddBatchConsumer<CaseRows>(size: 500, within: TimeSpan.FromMilliseconds(200)));
        var services = builder.Services;
        services.AddCity(builder.Configuration);
        services.AddLedgerSecrets();
        services.AddSingleton<InsightMetrics>();
        services.AddSingleton(provider =>
        {
            var city = provider.GetRequiredService<City>();
            return new CaseRowTable(city.Profile.Zone, city.Visits, city.Clocks);
        });
        services.AddSingleton<SlowerLane>();
        services.AddSingleton<Projection>();
        services.AddSingleton<ReadDatabase>();
        services.AddHostedService<ReadModelGauges>();
        services.AddSingleton(provider => new OwnWork(UnitRef.Department(provider.GetRequiredService<City>().Departments.SupervisionBody.Code)));
        services.AddSingleton<Worklists>();
        services.AddSingleton<SavedFilters>();
        services.AddSingleton<Watchers>();
        services.AddSingleton<WorklistStream>();
        services.AddHostedService<ChangeFeed>();
        services.AddSingleton<Figures>();
        services.AddSingleton<Breakdown>();
        services.AddSingleton<ReplyTimes>();
        services.AddSingleton<Standings>();
        services.AddSingleton<FigureCases>();
        services.AddSingleton(provider => new CaseSearch(
            provider.GetRequiredService<ReadDatabase>(), provider.GetRequiredService<PhoneHash>(), provider.GetRequiredService<City>().Profile.Zone));
        services.AddSingleton<Clusters>();
        services.AddSingleton<SimilarCases>();
        services.AddServiceDiscovery();
        services.AddHttpClient<Trail>(http =>
        {
            http.BaseAddress = Cases;
            http.Timeout = TimeSpan.FromSeconds(5);
        }).AddServiceDiscovery();
        services.AddSingleton<DecidedCases>();
        AddScreening(services);
        AddRebuilding(services);
        AddOperating(services);
        return builder;
    }

    /// <summary>Joins the cluster: what is found about a new case is told to the case itself.</summary>
    public static WebApplicationBuilder AddCaseDoor(this WebApplicationBuilder builder)
    {
        builder.AddHotlineClient();
        builder.Services.AddSingleton<CaseDoor>(provider =>
        {
            var grains = provider.GetRequiredService<IGrainFactory>();
            return caseId => grains.GetGrain<ICaseGrain>(caseId.GrainKey);
        });
        return builder;
    }

    /// <summary>Maps its endpoints.</summary>
    public static WebApplication MapInsight(this WebApplication app)
    {
        app.MapWorklists();
        app.MapSavedFilters();
        app.MapWorklistStream();
        app.MapSearch();
        app.MapFigures();
        app.MapClusters();
        app.MapStanding();
        app.MapSuggestions();
        app.MapRebuild();
        app.MapQueues();
        return app;
    }

    private static void AddScreening(IServiceCollection services)
    {
        services.AddOptions<ScreeningOptions>().BindConfiguration(ScreeningOptions.Section)
            .Validate(options => options is { PerSecond: > 0 and <= 100, Most: > 0, Within.Ticks: > 0, AnswerWithin.Ticks: > 0 },
                "Insight:Screening: PerSecond 1..100, Most, Within and AnswerWithin > 0.")
            .ValidateOnStart();
        services.AddSingleton<ScreeningMeter>();
        services.AddSingleton<ToScreenTable>();
        services.AddSingleton<ToScreen>();
        services.AddSingleton<EarlierCases>();
        services.AddHostedService<Screener>();
    }

    private static void AddRebuilding(IServiceCollection services)
    {
        services.AddSingleton<RebuildTable>();
        services.AddSingleton<Rebuilder>();
        services.AddHostedService(provider => provider.GetRequiredService<Rebuilder>());
        services.AddHttpClient<ILedgerReplay, HttpLedgerReplay>(http =>
        {
            http.BaseAddress = Cases;
            // It answers when the last event is sent; a large ledger takes its time.
            http.Timeout = TimeSpan.FromHours(2);
        }).AddServiceDiscovery();
    }

    private static void AddOperating(IServiceCollection services)
    {
        services.AddOptions<BrokerOptions>().BindConfiguration(BrokerOptions.Section);
        services.AddHttpClient<Broker>(http => http.Timeout = TimeSpan.FromSeconds(10));
        services.AddSingleton<ParkedQueue>();
    }
}
