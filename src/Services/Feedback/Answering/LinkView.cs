using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Feedback.Telling;

namespace Hotline.Feedback.Answering;

/// <summary>What a link asks. Nothing personal: whoever found the link has not shown the code yet.</summary>
/// <param name="Title">Masked title of the case; absent for sealed lanes.</param>
/// <param name="Asks"><c>visit</c>, <c>reopen</c> or <c>appeal</c>.</param>
/// <param name="Question">The question in the reader's language.</param>
/// <param name="TriesLeft">Codes that may still be tried.</param>
/// <param name="Satisfied">Answers to "are you satisfied?", best first; of a visit.</param>
/// <param name="Reasons">Reasons for dissatisfaction; of a visit.</param>
public sealed record LinkView(
    string Number,
    string? Title,
    bool Sealed,
    LinkQuestion Asks,
    string Question,
    DateTimeOffset ExpiresAt,
    int TriesLeft,
    IReadOnlyList<ChoiceView>? Satisfied,
    IReadOnlyList<ChoiceView>? Reasons)
{
    internal static LinkView Of(Link link, City city, CultureInfo reader)
    {
        var visit = link.Asks == LinkQuestion.Visit;
        return new(
            link.Number, link.Title, link.Title is null, link.Asks, QuestionOf(link, city, reader), link.ExpiresAt,
            city.Visits.Link.CodeTries - link.Tries,
            visit ? [.. Enum.GetValues<Satisfaction>().Select(Word.Of).Select(word => new ChoiceView(word, city.Texts.Get("satisfaction." + word, reader)))] : null,
            visit ? [.. city.Visits.Reasons.Select(reason => new ChoiceView(reason.Code, reason.Name.In(reader)))] : null);
    }

    private static string QuestionOf(Link link, City city, CultureInfo reader) => city.Texts.Get(
        "ask." + Word.Of(link.Asks), reader, ("hotline", city.Profile.HotlineName.In(reader)), ("number", link.Number));
}

/// <summary>An answer to choose.</summary>
/// <param name="Code">What is sent back.</param>
/// <param name="Name">What the citizen reads.</param>
public sealed record ChoiceView(string Code, string Name);

/// <summary>What became of the case.</summary>
/// <param name="Status"><c>closed</c>, or where it is done again.</param>
public sealed record LinkAnsweredView(string Number, CaseStatus Status, CloseOutcome? Outcome);
