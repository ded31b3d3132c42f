using Hotline.Cities;
using Hotline.Feedback.Calling;
using Hotline.Feedback.Crediting;
using Hotline.Feedback.Keeping;
using Hotline.Feedback.Measuring;
using Hotline.Hosting.Bus;
using Hotline.Hosting.Database;

namespace Hotline.Feedback;

/// <summary>Return visits, what citizens said at them, and the redos that follow.</summary>
public static class FeedbackService
{
    public static WebApplicationBuilder AddFeedback(this WebApplicationBuilder builder)
    {
        builder.AddHotlineDatabase("feedback");
        builder.Services.AddCity(builder.Configuration);
        builder.Services.AddSingleton<VisitBook>();
        builder.Services.AddSingleton<VisitList>();
        builder.Services.AddSingleton<CreditBook>();
        builder.AddHotlineBus("feedback", bus => bus.AddConsumer<VisitKeeper>(concurrency: 8));
        builder.Services.AddHostedService<VisitCensus>();
        return builder;
    }

    public static WebApplication MapFeedback(this WebApplication app)
    {
        app.MapVisits();
        app.MapCredit();
        return app;
    }
}
