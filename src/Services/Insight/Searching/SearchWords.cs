using System.Text;
using System.Text.RegularExpressions;

namespace Hotline.Insight.Searching;

/// <summary>What somebody typed into the search box, understood.</summary>
/// <param name="Number">A case number or its beginning, with dashes.</param>
/// <param name="Phone">A phone number, as typed.</param>
/// <param name="Text">A <c>tsquery</c>.</param>
internal sealed partial record SearchWords(string? Number, string? Phone, string? Text)
{
    /// <summary>Nothing was typed that could be searched for.</summary>
    public bool None => Number is null && Phone is null && Text is null;

    /// <summary>Takes digits for a number or a phone, everything else for text. Thirteen digits may be either (86 and a mobile number).</summary>
    public static SearchWords Of(string? typed)
    {
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Trim();
        var number = CaseNumber().Match(text);
        var phone = Phones().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 7 and <= 15 ? text : null;
        if (number.Success)
            return new($"{number.Groups["day"].Value}-{number.Groups["serial"].Value}-{number.Groups["check"].Value}", phone, null);
        if (NumberStart().IsMatch(text))
            return new(text, null, null);
        return phone is not null ? new(null, phone, null) : new(null, null, TermQuery.Of(text));
    }

    [GeneratedRegex("^(?<day>[0-9]{6})-?(?<serial>[0-9]{6,})-?(?<check>[0-9])$", RegexOptions.ExplicitCapture)]
    private static partial Regex CaseNumber();

    // A day, or a day and the first digits of the serial.
    [GeneratedRegex("^[0-9]{6}-[0-9]{0,6}-?$")]
    private static partial Regex NumberStart();

    [GeneratedRegex(@"^\+?[0-9 ()\-]+$")]
    private static partial Regex Phones();
}
