using Hotline.Cities;
using Hotline.Escalation.Explaining;
using Hotline.Escalation.Keeping;
using Hotline.Escalation.Measuring;
using Hotline.Escalation.Recounting;
using Hotline.Escalation.Scanning;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Bus;
using Hotline.Hosting.Database;
using Hotline.Hosting.Silo;

namespace Hotline.Escalation;

/// <summary>Clocks of every case: kept, watched, explained.</summary>
public static class EscalationService
{
    public static WebApplicationBuilder AddEscalation(this WebApplicationBuilder builder)
    {
        builder.AddHotlineDatabase("escalation");
        builder.AddHotlineClient();
        builder.Services.AddCity(builder.Configuration);
        builder.Services.AddSingleton<ClockBook>();
        builder.Services.AddSingleton<ClockFiles>();
        builder.AddHotlineBus("escalation", bus => bus.AddBatchConsumer<ClockKeeper>(size: 200, within: TimeSpan.FromMilliseconds(100)));
        builder.Services.AddScanner();
        return builder;
    }

    public static WebApplication MapEscalation(this WebApplication app)
    {
        app.MapClocks();
        return app;
    }

    private static void AddScanner(this IServiceCollection services)
    {
        services.AddOptions<ScannerOptions>().BindConfiguration("Scanner")
            .Validate(options => options is { Batch: > 0 and <= 10_000, Every.Ticks: > 0, AnswerWithin.Ticks: > 0 } && options.Lease > options.AnswerWithin,
                "Scanner: Batch 1..10000, Every and AnswerWithin > 0, Lease > AnswerWithin.")
            .ValidateOnStart();
        services.AddSingleton<DueDeadlines>();
        services.AddSingleton<CaseDoor>(provider =>
        {
            var grains = provider.GetRequiredService<IGrainFactory>();
            return caseId => grains.GetGrain<ICaseGrain>(caseId.GrainKey);
        });
        // Before the scanner: services start in this order, each when the one before has started.
        services.AddSingleton<Recount>();
        services.AddHostedService<RecountAtStart>();
        services.AddHostedService<DeadlineScanner>();
        services.AddHostedService<DeadlineCensus>();
    }
}
