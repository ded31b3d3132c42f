using System.Security.Cryptography;
using System.Text;
using Hotline.ServiceDefaults.Callers;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hotline.Gateway.Verifying;

/// <summary>Verifies access tokens, and remembers those it verified for a short while by their hash: a channel sends the same token thousands of
/// times a second, and checking an RSA signature each time would cost more than forwarding the request.</summary>
internal sealed class TokenVerification(IdentityKeys keys, CallerHeader headers, IOptions<GatewaySettings> settings, TimeProvider clock) : TokenHandler, IDisposable
{
    private readonly JsonWebTokenHandler tokens = new() { MapInboundClaims = false };
    private readonly MemoryCache verified = new(new MemoryCacheOptions { SizeLimit = settings.Value.TokensRemembered });

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var hash = Hash(token);
        if (verified.TryGetValue(hash, out TokenValidationResult? known) && known is not null)
            return known;
        var result = await Verify(token, validationParameters);
        if (result.IsValid)
            Remember(hash, result);
        return result;
    }

    public void Dispose() => verified.Dispose();

    private async Task<TokenValidationResult> Verify(string token, TokenValidationParameters parameters)
    {
        var result = await Verify(token, parameters, await Keys());
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // Identity may have begun to sign with a new key.
            keys.Refresh();
            result = await Verify(token, parameters, await Keys());
        }
        if (result.IsValid)
            result.ClaimsIdentity = VerifiedIdentity.Of((JsonWebToken)result.SecurityToken, result.ClaimsIdentity, headers);
        return result;
    }

    private Task<TokenValidationResult> Verify(string token, TokenValidationParameters parameters, ICollection<SecurityKey> signingKeys)
    {
        var withKeys = parameters.Clone();
        withKeys.IssuerSigningKeys = signingKeys;
        return tokens.ValidateTokenAsync(token, withKeys);
    }

    private async Task<ICollection<SecurityKey>> Keys()
    {
        try
        {
            return await keys.Get(CancellationToken.None);
        }
        catch (InvalidOperationException fault)
        {
            throw new KeysUnavailableException(fault);
        }
    }

    private void Remember(TokenHash hash, TokenValidationResult result)
    {
        var left = result.SecurityToken.ValidTo - clock.GetUtcNow().UtcDateTime;
        var memory = settings.Value.TokenMemory;
        if (left > TimeSpan.Zero)
            verified.Set(hash, result, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = left < memory ? left : memory });
    }

    private static TokenHash Hash(string token)
    {
        Span<byte> bytes = stackalloc byte[1024];
        var utf8 = token.Length <= bytes.Length && Encoding.ASCII.TryGetBytes(token, bytes, out var count) ? bytes[..count] : Encoding.UTF8.GetBytes(token);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8, hash);
        return new TokenHash(new Guid(hash[..16]), new Guid(hash[16..]));
    }

    private readonly record struct TokenHash(Guid First, Guid Second);
}

/// <summary>A token cannot be judged, because Identity's keys were never seen.</summary>
internal sealed class KeysUnavailableException(Exception cause) : Exception("Identity's keys are not available.", cause);
