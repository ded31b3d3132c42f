using Hotline.ServiceDefaults.Pages;

namespace Hotline.Feedback.Answering.Page;

/// <summary>Serves the page behind the links of notices, <c>/visit/{token}</c>.</summary>
internal static class VisitPageSetup
{
    public static IMvcBuilder AddVisitPage(this IServiceCollection services) => services.AddRazorPages(pages => pages.RootDirectory = "/Answering/Page");

    public static void MapVisitPage(this WebApplication app)
    {
        app.MapPlainPages("/visit", formsStay: true);
        app.MapRazorPages();
    }
}
