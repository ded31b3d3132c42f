using System.Security.Claims;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Hotline.Gateway.Verifying;

/// <summary>The bearer of a verified token, ready to be forwarded. Shared by all requests with that token.</summary>
internal sealed class VerifiedIdentity : ClaimsIdentity
{
    public const string RoleClaim = "role";

    private VerifiedIdentity(ClaimsIdentity verified, Caller caller, string header)
        : base(verified.Claims, verified.AuthenticationType, "name", RoleClaim)
    {
        Caller = caller;
        Header = header;
    }

    public Caller Caller { get; }

    /// <summary>The signed <c>X-Hotline-Caller</c>.</summary>
    public string Header { get; }

    public static VerifiedIdentity Of(JsonWebToken token, ClaimsIdentity verified, CallerHeader headers)
    {
        var caller = new Caller(
            token.Subject,
            Text(token, "name") ?? token.Subject,
            Text(token, "client_id") ?? "",
            RoleWords.Parse(token.Claims.Where(claim => claim.Type == RoleClaim).Select(claim => claim.Value)),
            Text(token, "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            UnitRef.TryParse(Text(token, "unit"), out var unit) ? unit : null)
        {
            Until = new DateTimeOffset(DateTime.SpecifyKind(token.ValidTo, DateTimeKind.Utc)),
        };
        return new VerifiedIdentity(verified, caller, headers.Write(caller));
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}
