using Hotline.Identity.Accounts;
using Hotline.Identity.Keys;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hotline.Identity.Granting;

/// <summary>OpenIddict as Hotline uses it: client credentials for programs, code with PKCE for people, signed access tokens anybody can verify.</summary>
internal static class AuthorizationServer
{
    public static void AddAuthorizationServer(this IServiceCollection services)
    {
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityStore>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris("connect/token")
                    .SetAuthorizationEndpointUris("connect/authorize")
                    .SetEndSessionEndpointUris("connect/logout")
                    .SetRevocationEndpointUris("connect/revoke");
                server.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess);
                // Scopes of channels and departments are data of the city; what a client may ask for is stored with the client.
                server.DisableScopeValidation();
                server.DisableAccessTokenEncryption();
                // TLS ends in front of the gateway, and between the processes of one machine there is none.
                server.UseAspNetCore()
                    .EnableTokenEndpointPassthrough().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
            });
        // On start: keys that cannot be read or written must stop the process, not the first caller.
        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<IdentitySettings>, KeyFolder>(Configure).ValidateOnStart();
    }

    private static void Configure(OpenIddictServerOptions server, IOptions<IdentitySettings> options, KeyFolder keys)
    {
        var settings = options.Value;
        server.Issuer = settings.Issuer;
        server.AccessTokenLifetime = settings.AccessTokenLifetime;
        server.RefreshTokenLifetime = settings.RefreshTokenLifetime;
        // RFC 9700 2.1.1: "plain" protects nobody.
        server.CodeChallengeMethods.RemoveWhere(method => method != CodeChallengeMethods.Sha256);
        foreach (var key in keys.Keys("signing", settings.KeyLifetime))
            server.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        foreach (var key in keys.Keys("encryption", settings.KeyLifetime))
            server.EncryptionCredentials.Add(new EncryptingCredentials(key, SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes256CbcHmacSha512));
    }
}
