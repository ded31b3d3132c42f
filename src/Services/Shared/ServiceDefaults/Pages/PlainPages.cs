using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hotline.ServiceDefaults.Pages;

/// <summary>The few pages that services show to people themselves: plain forms, one style sheet, no script, in nobody's frame.</summary>
public static class PlainPages
{
    private const string Policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Serves the style sheet <c>{root}/page.css</c> and the headers of the pages below; put it before the pages.</summary>
    /// <param name="root">Where the pages lie, e.g. <c>/account</c>.</param>
    /// <param name="formsStay">Their forms lead nowhere else; not so where a form ends with a redirect to whoever asked.</param>
    public static void MapPlainPages(this WebApplication app, string root, bool formsStay)
    {
        var policy = formsStay ? Policy + "; form-action 'self'" : Policy;
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(root, StringComparison.Ordinal))
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
            }
            return next(context);
        });
        // Embedded, so that the process needs no folder beside its assembly.
        app.MapGet(root + "/page.css", () => Results.Stream(
            typeof(PlainPages).Assembly.GetManifestResourceStream("page.css")!, "text/css; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
    }
}
