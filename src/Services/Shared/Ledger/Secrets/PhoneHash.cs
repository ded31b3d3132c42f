using System.Security.Cryptography;
using System.Text;

namespace Hotline.Ledger.Secrets;

/// <summary>Keyed hash of a phone number: finds every case of one caller without storing the number in clear.</summary>
public sealed class PhoneHash(MasterKeys masters)
{
    private readonly byte[] _key = masters.Derive("phone-hash");

    /// <summary>The hash of a number however it was written: spaces, dashes, +86, 0086.</summary>
    public string Of(string phone) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(Normalize(phone)))[..16]);

    /// <summary>Digits only, without the country code of China.</summary>
    public static string Normalize(string phone)
    {
        var digits = string.Concat(phone.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        foreach (var prefix in (ReadOnlySpan<string>)["0086", "86"])
        {
            if (digits.Length == prefix.Length + 11 && digits.StartsWith(prefix, StringComparison.Ordinal))
                return digits[prefix.Length..];
        }
        return digits;
    }
}
