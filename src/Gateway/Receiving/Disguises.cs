namespace Hotline.Gateway.Receiving;

/// <summary>Removes what a caller says of itself and only we may say (ASVS 5.0 4.1.3).</summary>
internal static class Disguises
{
    private static readonly string[] Prefixes = ["X-Hotline-", "X-Forwarded-", "X-Original-", "X-User-", "X-Real-"];

    public static Task Remove(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        List<string>? found = null;
        foreach (var header in headers)
        {
            if (IsDisguise(header.Key))
                (found ??= []).Add(header.Key);
        }
        foreach (var name in found ?? [])
            headers.Remove(name);
        return next(context);
    }

    private static bool IsDisguise(string name)
    {
        // Nearly every header fails on its first two letters.
        if (name.Length < 7 || (name[0] | 0x20) is not ('x' or 'f'))
            return false;
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase);
    }
}
