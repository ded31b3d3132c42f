using System.Globalization;

namespace Hotline.Cases.Receiving;

/// <summary>A number people can read over the phone: <c>yymmdd-nnnnnn-c</c>.</summary>
public static class CaseNumber
{
    /// <summary>Number n of a day, with its check digit.</summary>
    public static string Format(DateOnly day, long n)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{day:yyMMdd}{n:000000}");
        return $"{digits[..6]}-{digits[6..]}-{Damm.CheckDigit(digits)}";
    }

    /// <summary>False for a number misread or mistyped: every single wrong digit and every swap of neighbors shows.</summary>
    public static bool IsValid(string number)
    {
        var digits = number.Replace("-", "", StringComparison.Ordinal);
        return digits.Length >= 13 && digits.All(char.IsAsciiDigit) && Damm.CheckDigit(digits.AsSpan(..^1)) == digits[^1] - '0';
    }
}
