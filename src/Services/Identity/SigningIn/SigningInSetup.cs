using Microsoft.AspNetCore.Identity;

namespace Hotline.Identity.SigningIn;

/// <summary>The page and the session cookie behind it.</summary>
internal static class SigningInSetup
{
    public static void AddSigningIn(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddApplicationCookie();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "hotline.session";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/account/login";
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(30);
            cookie.SlidingExpiration = true;
            // Relative: whoever reached us by another name of the gateway stays there, and so do the cookies.
            cookie.Events.OnRedirectToLogin = context =>
            {
                context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
                return Task.CompletedTask;
            };
        });
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "hotline.form");
        services.AddRazorPages(pages => pages.RootDirectory = "/SigningIn");
    }

    public static void MapSigningIn(this WebApplication app)
    {
        app.Use(WithoutScripts);
        // Embedded, so that the process needs no folder beside its assembly.
        app.MapGet("/account/login.css", () => Results.Stream(
            typeof(SigningInSetup).Assembly.GetManifestResourceStream("login.css")!, "text/css; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorPages();
    }

    // The page needs a style sheet and nothing else, and must not be framed.
    private static Task WithoutScripts(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/account", StringComparison.Ordinal))
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
        }
        return next(context);
    }
}
