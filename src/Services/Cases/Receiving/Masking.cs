using System.Text.RegularExpressions;

namespace Hotline.Cases.Receiving;

/// <summary>What may be shown of personal data to whoever has no need of it (PIPL Art. 51: de-identification).</summary>
internal static partial class Masking
{
    /// <summary>张三 → 张*; John Smith → J*.</summary>
    public static string? Name(string? name) => string.IsNullOrWhiteSpace(name) ? null : char.ConvertFromUtf32(char.ConvertToUtf32(name.Trim(), 0)) + "*";

    /// <summary>13812348000 → 138****8000; shorter numbers keep their last two digits.</summary>
    public static string? Phone(string? phone) => phone switch
    {
        null => null,
        { Length: >= 11 } => $"{phone[..3]}****{phone[^4..]}",
        { Length: >= 3 } => $"****{phone[^2..]}",
        _ => "****",
    };

    /// <summary>Down to the street: 人民路12号3幢501室 → 人民路.</summary>
    public static string? Address(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;
        var street = HouseNumbers().Replace(address, "").Trim(' ', ',', '，', '-', '#');
        return street.Length == 0 ? null : street;
    }

    /// <summary>Two decimals: about a kilometer.</summary>
    public static double? Coordinate(double? degrees) => degrees is null ? null : Math.Round(degrees.Value, 2);

    /// <summary>Phone and identity numbers inside free text, and the citizen's own name and number however they look.</summary>
    /// <param name="hide">The citizen wants to stay hidden from the unit: nothing is left of them, where otherwise a mask is.</param>
    public static string Text(string text, string? name = null, string? phone = null, bool hide = false) =>
        Numbers().Replace(Citizen(text, name, phone, hide), match => hide ? "****" : $"{match.Value[..3]}****{match.Value[^4..]}");

    /// <summary>The citizen's own name and number alone: what is said to citizens may name the number of whoever comes.</summary>
    public static string Citizen(string text, string? name, string? phone, bool hide)
    {
        if (name?.Trim() is { Length: >= 2 } called)
            text = text.Replace(called, hide ? "**" : Name(called), StringComparison.Ordinal);
        if (phone is { Length: >= 7 })
            text = text.Replace(phone, hide ? "****" : Phone(phone), StringComparison.Ordinal);
        return text;
    }

    /// <summary>Phone and identity numbers inside free text, as they stand there.</summary>
    public static IEnumerable<string> NumbersIn(string text) => Numbers().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[0-9０-９]+(?:[-/][0-9０-９]+)*\s*(?:号楼|号|幢|栋|单元|室|层|楼|弄|座|户)?", RegexOptions.CultureInvariant)]
    private static partial Regex HouseNumbers();

    // Mainland mobile numbers, and identity numbers of 18 characters (GB 11643).
    [GeneratedRegex(@"(?<![0-9])(?:1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9Xx])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
