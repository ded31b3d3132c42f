using Hotline.Contracts.Units;
using Hotline.Gateway.Routing;
using Hotline.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace Hotline.Gateway.Verifying;

/// <summary>OAuth 2.0 bearer tokens (RFC 6750): JWT access tokens of our Identity, for the audience <c>hotline</c>.</summary>
internal static class BearerTokens
{
    private const string Audience = "hotline";

    public static void AddBearerTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new IdentityKeys(RouteTable.Destinations(configuration, RouteTable.Identity)));
        services.AddSingleton<TokenVerification>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<TokenVerification, IConfiguration>(Configure).ValidateOnStart();
        services.AddAuthorizationBuilder().AddPolicy(RouteTable.Administrator, policy => policy.RequireRole("administrator"));
    }

    private static void Configure(JwtBearerOptions bearer, TokenVerification verification, IConfiguration configuration)
    {
        bearer.TokenHandlers.Clear();
        bearer.TokenHandlers.Add(verification);
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = new Uri(configuration["Identity:Issuer"] ?? throw new InvalidOperationException("Identity:Issuer is not set.")).ToString(),
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            // RFC 9068: an identity token must not open the API.
            ValidTypes = ["at+jwt"],
            RoleClaimType = VerifiedIdentity.RoleClaim,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        bearer.Events = new JwtBearerEvents { OnChallenge = Challenge, OnForbidden = Forbid };
    }

    private static Task Challenge(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        if (context.AuthenticateFailure is KeysUnavailableException)
            return CommonErrors.Unavailable.ExecuteAsync(context.HttpContext);
        var (problem, parameters) = context.AuthenticateFailure switch
        {
            null => (CommonErrors.NotAuthenticated, ""),
            SecurityTokenExpiredException => (new Problem(StatusCodes.Status401Unauthorized, "token-expired"), ", error=\"invalid_token\", error_description=\"expired\""),
            _ => (new Problem(StatusCodes.Status401Unauthorized, "token-invalid"), ", error=\"invalid_token\""),
        };
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"hotline\"" + parameters;
        return problem.ExecuteAsync(context.HttpContext);
    }

    private static Task Forbid(ForbiddenContext context) => CommonErrors.RoleMissing(Role.Administrator).ExecuteAsync(context.HttpContext);
}
