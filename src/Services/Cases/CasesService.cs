using Hotline.Cases.Acting;
using Hotline.Cases.Announcing;
using Hotline.Cases.Following;
using Hotline.Cases.Merging;
using Hotline.Cases.Auditing;
using Hotline.Cases.Erasing;
using Hotline.Cases.Exporting;
using Hotline.Cases.Locating;
using Hotline.Cases.Advising;
using Hotline.Cases.Filing;
using Hotline.Cases.Reading;
using Hotline.Cases.Receiving;
using Hotline.Cases.Replaying;
using Hotline.Cases.Supervising;
using Hotline.Cases.Unmasking;
using Hotline.Cities;
using Hotline.Contracts.Units;
using Hotline.Hosting.Bus;
using Hotline.Hosting.Database;
using Hotline.Hosting.Silo;
using Hotline.Ledger;
using Hotline.Ledger.Appending;
using Hotline.ServiceDefaults.Callers;
using Orleans.Dashboard;

namespace Hotline.Cases;

/// <summary>The case itself: intake, the case file, its acts, the ledger and its relay.</summary>
public static class CasesService
{
    /// <summary>Registers everything the service needs.</summary>
    public static WebApplicationBuilder AddCases(this WebApplicationBuilder builder)
    {
        builder.Services.AddCity(builder.Configuration);
        builder.AddHotlineDatabase("cases", typeof(EventTable).Assembly);
        builder.AddHotlineSilo();
        builder.UseOrleans(silo => silo.AddDashboard());
        // Of clusters only: taking matters in must not wait for anything that comes over the bus.
        builder.AddHotlineBus("cases", bus => bus.AddConsumer<ClusterKeeper>());
        builder.Services.AddLedger();
        builder.Services.AddSingleton<CaseNumbers>();
        builder.Services.AddSingleton<CaseDirectory>();
        builder.Services.AddSingleton<LeadCases>();
        builder.Services.AddSingleton<CitizenLookup>();
        builder.Services.AddSingleton<AccessLog>();
        builder.Services.AddSingleton<Trail>();
        builder.Services.AddSingleton<TrailDesk>();
        builder.Services.AddSingleton<AccessNotes>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<AccessNotes>());
        builder.Services.AddOptions<FilingOptions>().BindConfiguration("Files").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IFileStore, FolderStore>();
        return builder;
    }

    /// <summary>Maps the API.</summary>
    public static WebApplication MapCases(this WebApplication app)
    {
        SubmitEndpoint.Map(app);
        AdviceEndpoint.Map(app);
        ReadEndpoints.Map(app);
        SupervisionEndpoint.MapLetters(app);
        ActEndpoints.Map(app);
        FollowersEndpoint.Map(app);
        IncidentEndpoint.Map(app);
        UnmaskEndpoint.Map(app);
        ExportEndpoint.Map(app);
        EraseEndpoint.Map(app);
        AuditEndpoints.Map(app);
        TrailEndpoint.Map(app);
        ReplayEndpoint.Map(app);
        app.MapOrleansDashboard("/operations/orleans").RequireRoles(Role.Administrator);
        return app;
    }
}
