using System.Security.Claims;
using Hotline.Identity.Accounts;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hotline.Identity.Granting;

/// <summary><c>POST /connect/token</c> (RFC 6749 4.1.3, 4.4, 6). OpenIddict has checked client, secret, code, verifier and scopes; what is left is
/// who the token speaks for.</summary>
internal static class TokenEndpoint
{
    public static void MapTokenEndpoint(this IEndpointRouteBuilder app) =>
        app.MapPost("/connect/token", Exchange).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Exchange(HttpContext context, IOpenIddictApplicationManager clients, SignInManager<Account> signIn)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not see this request.");
        var principal = request.IsClientCredentialsGrantType()
            ? await OfClient(request, clients, context.RequestAborted)
            : await OfPerson(context, signIn);
        return principal is null
            ? Refuse()
            : Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<ClaimsPrincipal> OfClient(OpenIddictRequest request, IOpenIddictApplicationManager clients, CancellationToken ct)
    {
        var stored = await clients.FindByClientIdAsync(request.ClientId!, ct)
            ?? throw new InvalidOperationException("The client vanished while it asked for a token.");
        var descriptor = new OpenIddictApplicationDescriptor();
        await clients.PopulateAsync(descriptor, stored, ct);
        var client = Client.Of(descriptor);
        var asked = request.GetScopes();
        return Principals.Of(client, asked.IsEmpty ? client.Scopes : asked);
    }

    // The account is read again for every token: roles may have changed, and whoever was dismissed or locked gets no more.
    private static async Task<ClaimsPrincipal?> OfPerson(HttpContext context, SignInManager<Account> signIn)
    {
        var earlier = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        if (earlier?.GetClaim(Claims.Subject) is not { } id || await signIn.UserManager.FindByIdAsync(id) is not { } account)
            return null;
        if (!await signIn.CanSignInAsync(account) || await signIn.UserManager.IsLockedOutAsync(account))
            return null;
        var principal = Principals.Of(account, earlier.GetScopes());
        // Code and refresh token belong to one authorization, so that revoking it ends both.
        principal.SetAuthorizationId(earlier.GetAuthorizationId());
        return principal;
    }

    private static IResult Refuse() => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The account may no longer sign in.",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
