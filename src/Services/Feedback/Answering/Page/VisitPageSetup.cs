namespace Hotline.Feedback.Answering.Page;

/// <summary>Serves the page behind the links of notices, <c>/visit/{token}</c>.</summary>
internal static class VisitPageSetup
{
    private const string Style = "/visit/page.css";

    public static IMvcBuilder AddVisitPage(this IServiceCollection services) => services.AddRazorPages(pages => pages.RootDirectory = "/Answering/Page");

    public static void MapVisitPage(this WebApplication app)
    {
        app.Use(KeepToYourself);
        // Embedded, so that the process needs no folder beside its assembly.
        app.MapGet(Style, () => Results.Stream(
            typeof(VisitPageSetup).Assembly.GetManifestResourceStream("page.css")!, "text/css; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorPages();
    }

    // The token in the address is a secret of one person. The page needs a style sheet and its own form, and must not be framed.
    private static Task KeepToYourself(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/visit", StringComparison.Ordinal))
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
        }
        return next(context);
    }
}
