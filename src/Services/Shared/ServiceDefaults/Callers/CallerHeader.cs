using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hotline.Contracts.Units;

namespace Hotline.ServiceDefaults.Callers;

/// <summary>Writes and verifies the forwarded caller:
/// base64url(JSON) + "." + base64url(HMAC-SHA256(key, first part)), signed with the secret the gateway shares with the services.</summary>
public sealed class CallerHeader(byte[] key, TimeProvider clock)
{
    /// <summary>Name of the header.</summary>
    public const string Name = "X-Hotline-Caller";

    // Long enough for the gateway to reuse a header for a token it has just checked, short enough that a leaked one is of little use.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    /// <summary>The signed header of a verified caller.</summary>
    public string Write(Caller caller)
    {
        var content = new Content(
            caller.Subject, caller.Name, caller.Client, RoleWords.Of(caller.Roles), caller.Scopes, caller.Unit?.ToString(),
            clock.GetUtcNow().ToUnixTimeSeconds(), caller.Until?.ToUnixTimeSeconds());
        var body = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content, CallerJson.Default.Content));
        return body + "." + Base64Url.EncodeToString(Sign(body));
    }

    /// <summary>The caller, when the header was signed with our key within the last minutes; otherwise null.</summary>
    public Caller? Read(string header)
    {
        var dot = header.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
            return null;
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!TryDecode(header.AsSpan(dot + 1), signature))
            return null;
        var body = header[..dot];
        return CryptographicOperations.FixedTimeEquals(signature, Sign(body)) ? Fresh(Parse(body)) : null;
    }

    private static bool TryDecode(ReadOnlySpan<char> text, Span<byte> signature) =>
        Base64Url.IsValid(text, out var length) && length == signature.Length && Base64Url.TryDecodeFromChars(text, signature, out _);

    private byte[] Sign(string body) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(body));

    // Only called on what we signed ourselves, so a parse failure is a fault of ours and may throw.
    private static Content Parse(string body) =>
        JsonSerializer.Deserialize(Base64Url.DecodeFromChars(body), CallerJson.Default.Content)
        ?? throw new JsonException("The forwarded caller is null.");

    private Caller? Fresh(Content content)
    {
        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(content.Iat);
        return age.Duration() > Freshness
            ? null
            : new Caller(
                content.Sub, content.Name, content.Client, RoleWords.Parse(content.Roles), content.Scopes,
                content.Unit is null ? null : UnitRef.Parse(content.Unit))
            {
                Until = content.Exp is { } until ? DateTimeOffset.FromUnixTimeSeconds(until) : null,
            };
    }

    internal sealed record Content(
        string Sub, string Name, string Client, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, string? Unit, long Iat, long? Exp);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CallerHeader.Content))]
internal sealed partial class CallerJson : JsonSerializerContext;
