using Hotline.ServiceDefaults.Pages;
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
        app.MapPlainPages("/account", formsStay: false);
        app.MapRazorPages();
    }
}
