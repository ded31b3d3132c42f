using System.Collections.Immutable;
using System.Security.Claims;
using Hotline.Identity.Accounts;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hotline.Identity.Granting;

/// <summary>What a token says about its bearer: <c>sub</c>, <c>name</c>, <c>client_id</c>, <c>scope</c>, <c>role</c>, <c>unit</c>, <c>aud</c>.</summary>
internal static class Principals
{
    /// <summary>The audience of every access token.</summary>
    public const string Audience = "hotline";

    /// <summary>Claim that names the unit of a person or of a department's system.</summary>
    public const string Unit = "unit";

    private const string Scheme = "hotline";

    /// <summary>A person.</summary>
    public static ClaimsPrincipal Of(Account account, ImmutableArray<string> scopes) =>
        Create(account.Id, account.DisplayName, account.Roles, account.Unit, scopes);

    /// <summary>A channel or the system of a department.</summary>
    public static ClaimsPrincipal Of(Client client, ImmutableArray<string> scopes) =>
        Create(client.Id, client.Name, [client.Role], client.Unit, scopes);

    private static ClaimsPrincipal Create(string subject, string name, IEnumerable<string> roles, string? unit, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity(Scheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject).SetClaim(Claims.Name, name).SetClaims(Claims.Role, [.. roles]);
        if (unit is not null)
            identity.SetClaim(Unit, unit);
        identity.SetScopes(scopes);
        identity.SetResources(Audience);
        identity.SetDestinations(Destinations);
        return new ClaimsPrincipal(identity);
    }

    private static IEnumerable<string> Destinations(Claim claim) =>
        claim.Type is Claims.Name or Claims.Subject && claim.Subject!.HasScope(Scopes.OpenId)
            ? [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken]
            : [OpenIddictConstants.Destinations.AccessToken];
}
