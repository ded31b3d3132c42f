using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hotline.Gateway.Tests;

/// <summary>Signs access tokens as Identity does.</summary>
internal sealed class Tokens : IDisposable
{
    public const string Issuer = "http://hotline.test:8890/";

    private readonly RSA rsa = RSA.Create(2048);
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly RsaSecurityKey key;

    public Tokens()
    {
        key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
    }

    /// <summary>The public key set, as <c>/.well-known/jwks</c> serves it.</summary>
    public object KeySet
    {
        get
        {
            var parameters = rsa.ExportParameters(false);
            return new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId,
                        n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            };
        }
    }

    public string Channel(string client = "web") => Sign(client, client, "channel", $"cases:submit:{client}");

    public string Person(string subject, string role, string? unit = null) => Sign(subject, "hotline-cli", role, "openid profile", unit);

    public string Sign(
        string subject, string client, string role, string scope, string? unit = null,
        string issuer = Issuer, string audience = "hotline", string type = "at+jwt", TimeSpan? validFor = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>
        {
            ["sub"] = subject, ["name"] = subject + "'s name", ["client_id"] = client, ["role"] = role, ["scope"] = scope, ["jti"] = Guid.NewGuid().ToString(),
        };
        if (unit is not null)
            claims["unit"] = unit;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer, Audience = audience, TokenType = type, Claims = claims,
            IssuedAt = now, Expires = now + (validFor ?? TimeSpan.FromHours(1)),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    public void Dispose() => rsa.Dispose();
}
