using Hotline.Cities;
using Hotline.Hosting.Database;
using Hotline.Identity.Accounts;
using Hotline.Identity.Granting;
using Hotline.Identity.Keys;
using Hotline.Identity.Pruning;
using Hotline.Identity.Seeding;
using Hotline.Identity.SigningIn;
using Hotline.ServiceDefaults.Health;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hotline.Identity;

/// <summary>Who may call Hotline: clients, people, and the keys that vouch for them.</summary>
public static class IdentityService
{
    /// <summary>Adds the service.</summary>
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        builder.AddHotlineDatabase("identity");
        var services = builder.Services;
        services.AddCity(builder.Configuration);
        services.AddOptions<IdentitySettings>().BindConfiguration(IdentitySettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDbContext<IdentityStore>((provider, store) => store
            .UseNpgsql(provider.GetRequiredService<Npgsql.NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention());
        services.AddAccounts();
        services.AddAuthorizationServer();
        services.AddSigningIn();
        services.AddDataProtection().SetApplicationName("hotline-identity").PersistKeysToFileSystem(Folder(builder.Configuration, "protection"));
        services.AddSingleton(provider => new KeyFolder(Folder(builder.Configuration, "keys").FullName, provider.GetRequiredService<TimeProvider>()));
        services.AddHealthChecks().AddCheck<StoreCheck>("postgres", tags: [HealthEndpoints.Ready]);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning);
        // Readable by their owner only, which is what the warning asks for.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        services.AddHostedService<CityAccounts>();
        services.AddHostedService<ExpiredTokens>();
        return builder;
    }

    /// <summary>Maps the endpoints behind the check of who is signed in; their addresses are the same through the gateway.</summary>
    public static WebApplication MapIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapTokenEndpoint();
        app.MapAuthorizationEndpoint();
        app.MapSigningIn();
        return app;
    }

    /// <summary>Everything outside reaches this process through the gateway, so the gateway's address is ours, whatever the connection says.</summary>
    public static WebApplication UseIssuerAddress(this WebApplication app)
    {
        var issuer = app.Services.GetRequiredService<IOptions<IdentitySettings>>().Value.Issuer;
        var host = HostString.FromUriComponent(issuer);
        app.Use((context, next) =>
        {
            (context.Request.Scheme, context.Request.Host) = (issuer.Scheme, host);
            return next(context);
        });
        return app;
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<IdentityStore>().AddSignInManager();
        services.AddOptions<IdentityOptions>().Configure<IOptions<IdentitySettings>>((identity, settings) =>
        {
            identity.Lockout.MaxFailedAccessAttempts = settings.Value.FailuresBeforeLockout;
            identity.Lockout.DefaultLockoutTimeSpan = settings.Value.LockoutTime;
            // NIST SP 800-63B: length, not a zoo of characters.
            identity.Password.RequiredLength = 12;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        });
    }

    private static DirectoryInfo Folder(IConfiguration configuration, string name)
    {
        var data = configuration["Hotline:DataFolder"] ?? throw new InvalidOperationException("Hotline:DataFolder is not set.");
        return PrivateFolder.Create(Path.Combine(data, "identity", name));
    }
}
