using System.Globalization;

namespace Hotline.Cities;

/// <summary>The same words in the two languages of the system.</summary>
public readonly record struct LocalText(string Zh, string En)
{
    /// <summary>English for English cultures, Chinese for everybody else: the citizens of the city read Chinese.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Zh;

    public override string ToString() => $"{Zh} ({En})";
}
