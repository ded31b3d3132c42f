using System.Globalization;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Supervising;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_letters_go_out
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Each_says_to_whom_about_what_and_whether_it_was_answered()
    {
        var letters = Letters.Of(
            Stamped(
                new DeadlineMissed("sign", Given.Monday, Given.Water), new SupervisionOpened("sign", 1, Given.Monday, Given.Water), new SupervisionAnswered("sign", 1, Given.Water),
                new SupervisionOpened("sign", 2, Given.Monday, Given.Water)),
            Given.City, English).ToList();

        Assert.Equal([(0, false), (1, true), (2, false)], letters.Select(letter => (letter.Level, letter.AnsweredAt is not null)));
        Assert.All(letters, letter => Assert.Equal(Given.Water, letter.Unit));
        Assert.StartsWith("Reminder to Water", letters[0].Text, StringComparison.Ordinal);
        Assert.All(["level 2", "Signing for receipt", Given.City.Profile.LocalTime(Given.Monday)], word => Assert.Contains(word, letters[2].Text, StringComparison.Ordinal));
        Assert.DoesNotContain("{", string.Concat(letters.Select(letter => letter.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_one_unit_answers_is_no_answer_of_another()
    {
        var letters = Letters.Of(
            Stamped(
                new SupervisionOpened("assist", 1, Given.Monday, Given.Health), new SupervisionOpened("assist", 1, Given.Monday, Given.Housing),
                new SupervisionAnswered("assist", 1, Given.Housing)),
            Given.City, English).ToList();

        Assert.Equal([false, true], letters.Select(letter => letter.AnsweredAt is not null));
    }

    private static IReadOnlyList<CaseEvent> Stamped(params CaseEvent[] events)
    {
        var file = Given.A(CaseStatus.Dispatched);
        return Stamping.Stamp(file.Summary.CaseId, file, events, Given.Hotline, Given.Monday).Events;
    }
}
