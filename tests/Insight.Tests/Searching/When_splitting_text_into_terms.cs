using FsCheck.Xunit;
using Hotline.Cities.Clusters;
using Hotline.Insight.Searching;

namespace Hotline.Insight.Tests.Searching;

public sealed class When_splitting_text_into_terms
{
    [Theory]
    [InlineData("水管漏水", new[] { "水管", "管漏", "漏水", "水" })]
    [InlineData("井", new[] { "井" })]
    [InlineData("Leaking PIPE, leaking!", new[] { "leaking", "pipe" })]
    [InlineData("３号楼A座", new[] { "3", "号楼", "楼", "a", "座" })]
    [InlineData("，。! ", new string[0])]
    public void Dense_scripts_give_pairs_and_others_words(string text, string[] terms) =>
        Assert.Equal(terms.Order(StringComparer.Ordinal), Terms.Of(text).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("水管漏", "'水管' & '管漏'")]
    [InlineData("漏", "'漏':*")]
    [InlineData("leak 水管", "'leak':* & '水管'")]
    [InlineData("' | !x", "'x':*")]
    [InlineData("&|!", null)]
    public void A_phrase_asks_for_all_its_parts(string phrase, string? query) => Assert.Equal(query, TermQuery.Of(phrase));

    [Property]
    public bool Whatever_was_typed_asks_with_letters_and_digits_only(string? typed) =>
        TermQuery.Of(typed ?? "") is not { } query || query.Split(" & ").All(part => part.Trim('*', ':', '\'').All(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign)));
}
