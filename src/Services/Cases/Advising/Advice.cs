using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Advising;

/// <summary>What a matter seems to be, while it is being written down. The operator's choice wins.</summary>
/// <param name="Categories">Leaves of the city's tree, the best first, with the words that say so.</param>
/// <param name="Urgency">That of the best category; urgent in an emergency.</param>
/// <param name="Calls">Whom to call at once.</param>
/// <param name="Findings">What would hold the case for the screening desk.</param>
/// <param name="Missing">Of the five elements (who, when, where, cause, course), those that nothing tells of.</param>
public sealed record Advice(
    IReadOnlyList<SuggestedCategory> Categories, Urgency Urgency, IReadOnlyList<EmergencyCall> Calls, IReadOnlyList<Finding> Findings, IReadOnlyList<Element> Missing)
{
    private const int Most = 5;

    // Fewer letters and signs than that tell no course of events.
    private const int ShortestCourse = 30;

    /// <summary>Reads a matter as far as it is known. Pure.</summary>
    public static Advice On(AdviceRequest matter, City city, CultureInfo culture)
    {
        var text = $"{matter.Title}\n{matter.Text}";
        var matches = city.Categories.Match(text).Take(Most).ToList();
        var calls = EmergencyCall.Of(text, city, culture);
        return new Advice(
            [.. matches.Select(match => new SuggestedCategory(match.Category.Code, match.Category.Name.In(culture), match.Category.Kind, match.Category.Type, [.. match.Keywords]))],
            calls.Count > 0 ? Urgency.Urgent : matches.FirstOrDefault()?.Category.Urgency ?? Urgency.General,
            calls,
            [.. city.Screening.Read(text)],
            [.. Untold(matter, text, city)]);
    }

    private static IEnumerable<Element> Untold(AdviceRequest matter, string text, City city)
    {
        var words = city.Screening.Elements;
        if (matter.Citizen is not { } citizen || !citizen.Anonymous && string.IsNullOrWhiteSpace(citizen.Name) && string.IsNullOrWhiteSpace(citizen.Phone))
            yield return Element.Who;
        if (matter.OccurredAt is null && words.When.In(text).IsEmpty)
            yield return Element.When;
        if (matter.Place is null && words.Where.In(text).IsEmpty)
            yield return Element.Where;
        if (words.Cause.In(text).IsEmpty)
            yield return Element.Cause;
        if (text.Count(char.IsLetterOrDigit) < ShortestCourse)
            yield return Element.Course;
    }
}

/// <summary>A leaf the matter may belong to.</summary>
/// <param name="Because">The words of the text that say so.</param>
public sealed record SuggestedCategory(string Code, string Name, CaseKind Kind, CaseType Type, IReadOnlyList<string> Because);

/// <summary>Someone to call at once.</summary>
/// <param name="Number">E.g. 119.</param>
/// <param name="Say">What to tell the citizen.</param>
public sealed record EmergencyCall(string Number, string Say)
{
    /// <summary>The calls a text asks for.</summary>
    public static IReadOnlyList<EmergencyCall> Of(string text, City city, CultureInfo culture) =>
        [.. city.Screening.EmergenciesIn(text).Select(one => new EmergencyCall(one.Call, one.Say.In(culture)))];
}

/// <summary>五要素: what a matter has to tell.</summary>
public enum Element { Who, When, Where, Cause, Course }
