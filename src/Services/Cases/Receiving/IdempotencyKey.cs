namespace Hotline.Cases.Receiving;

/// <summary>The <c>Idempotency-Key</c> header: a quoted string by the IETF draft, bare in the wild.</summary>
internal static class IdempotencyKey
{
    public static string? Of(HttpRequest request)
    {
        var value = request.Headers["Idempotency-Key"].ToString().Trim();
        if (value.Length >= 2 && value[0] == '"' && value[^1] == '"')
            value = value[1..^1];
        return value.Length is > 0 and <= 255 ? value : null;
    }
}
