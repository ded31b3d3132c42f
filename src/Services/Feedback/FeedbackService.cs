using Hotline.Cities;
using Hotline.Feedback.Answering;
using Hotline.Feedback.Answering.Page;
using Hotline.Feedback.Calling;
using Hotline.Feedback.Crediting;
using Hotline.Feedback.Keeping;
using Hotline.Feedback.Measuring;
using Hotline.Feedback.Telling;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Bus;
using Hotline.Hosting.Database;
using Hotline.Hosting.Silo;
using Hotline.Ledger;
using Hotline.ServiceDefaults.Health;

namespace Hotline.Feedback;

/// <summary>Return visits, what citizens said at them, the redos that follow, and what citizens are told.</summary>
public static class FeedbackService
{
    public static WebApplicationBuilder AddFeedback(this WebApplicationBuilder builder)
    {
        builder.AddHotlineDatabase("feedback");
        builder.AddHotlineClient();
        builder.Services.AddCity(builder.Configuration);
        builder.Services.AddSingleton<VisitBook>();
        builder.Services.AddSingleton<VisitList>();
        builder.Services.AddSingleton<CreditBook>();
        builder.Services.AddLinks();
        builder.Services.AddVisitPage();
        builder.AddHotlineBus("feedback", bus => bus.AddConsumer<VisitKeeper>(concurrency: 8).AddConsumer<Teller>(concurrency: 8));
        builder.Services.AddHostedService<VisitCensus>();
        builder.Services.AddHostedService<NoticeCleaner>();
        return builder;
    }

    public static WebApplication MapFeedback(this WebApplication app)
    {
        app.MapVisits();
        app.MapCredit();
        app.MapNotices();
        app.MapLinks();
        app.MapVisitPage();
        return app;
    }

    private static void AddLinks(this IServiceCollection services)
    {
        services.AddLedgerSecrets();
        services.AddSingleton<LinkSecrets>();
        services.AddSingleton<NoticeBook>();
        services.AddSingleton<NoticeWriter>();
        services.AddSingleton<LinkBook>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<CasesSeenCheck>();
        services.AddHealthChecks().AddCheck<CasesSeenCheck>("cases-seen", tags: [HealthEndpoints.Ready]);
        services.AddSingleton<CaseDoor>(provider =>
        {
            var grains = provider.GetRequiredService<IGrainFactory>();
            return caseId => grains.GetGrain<ICaseGrain>(caseId.GrainKey);
        });
    }
}
