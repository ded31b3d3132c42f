using Hotline.Identity.Accounts;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hotline.Identity.Granting;

/// <summary><c>/connect/authorize</c> (RFC 6749 4.1.1, PKCE by RFC 7636 S256) and <c>/connect/logout</c>. Our own front ends need no consent page:
/// whoever signs in there means to use Hotline.</summary>
internal static class AuthorizationEndpoint
{
    public static void MapAuthorizationEndpoint(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/connect/authorize", ["GET", "POST"], Authorize).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        app.MapMethods("/connect/logout", ["GET", "POST"], SignOut).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Authorize(HttpContext context, SignInManager<Account> signIn)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not see this request.");
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var account = session.Succeeded ? await signIn.UserManager.GetUserAsync(session.Principal) : null;
        if (account is null || request.HasPromptValue(PromptValues.Login))
            return request.HasPromptValue(PromptValues.None) ? LoginRequired() : Challenge(context, request);
        return Results.SignIn(
            Principals.Of(account, request.GetScopes()), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    // Back to here after the sign-in, without the prompt that asked for it: otherwise the page would be shown for ever.
    private static IResult Challenge(HttpContext context, OpenIddictRequest request)
    {
        var query = QueryString.Create(request.GetParameters()
            .Where(parameter => parameter.Key != Parameters.Prompt)
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)));
        return Results.Challenge(
            new AuthenticationProperties { RedirectUri = context.Request.Path + query }, [IdentityConstants.ApplicationScheme]);
    }

    private static IResult LoginRequired() => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "Nobody is signed in.",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    private static async Task<IResult> SignOut(SignInManager<Account> signIn)
    {
        await signIn.SignOutAsync();
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/account/login" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
