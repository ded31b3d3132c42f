using FsCheck.Xunit;
using Hotline.Cities.Screening;

namespace Hotline.Cities.Tests.Screening;

public class When_words_are_looked_for
{
    [Theory]
    [InlineData("There is a GAS LEAK next door", "gas leak")]
    [InlineData("the gas leaks", "")]
    [InlineData("biogas leak", "")]
    [InlineData("家里煤气泄漏了", "煤气泄漏")]
    [InlineData("是ＧＡＳ，也是gas leak。", "gas leak")]
    public void Latin_ones_are_whole_words_and_Chinese_ones_stand_anywhere(string text, string found) =>
        Assert.Equal(found, string.Join(",", new WordList(["gas leak", "煤气泄漏"]).In(text)));

    [Fact]
    public void They_are_told_as_the_list_writes_them_and_in_its_order() =>
        Assert.Equal(["Straße", "Ärger", "路"], new WordList(["Straße", "Ärger", "路", "桥"]).In("路上ärger,STRAßE"));

    [Theory]
    [InlineData("请尽快处理一下，谢谢", 0)]
    [InlineData("PLEASE fix it asap!", 0)]
    [InlineData("please fix items", 8)]
    [InlineData("处理处理处理路灯", 2)]
    [InlineData("", 0)]
    public void What_they_leave_over_is_counted_the_longest_taken_out_first(string text, int letters) =>
        Assert.Equal(letters, new WordList(["请", "处理", "处理一下", "尽快", "谢谢", "please", "fix it", "asap"]).LettersBeside(WordList.Fold(text)));

    /// <summary>As comparing sign by sign without regard to case would find them.</summary>
    [Property(MaxTest = 2000)]
    public void Folding_finds_what_comparing_without_regard_to_case_finds(byte[] drawn, byte[] word)
    {
        var (text, sought) = (Draw(drawn), Draw(word.Length == 0 ? [1] : word[..Math.Min(3, word.Length)]));

        Assert.Equal(IsIn(text, sought), !new WordList([sought]).In(text).IsEmpty);
    }

    private static bool IsIn(string text, string word) => Enumerable.Range(0, text.Length).Any(at =>
        string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && at + word.Length <= text.Length
        && !(char.IsAsciiLetter(word[0]) && at > 0 && char.IsAsciiLetter(text[at - 1]))
        && !(char.IsAsciiLetter(word[^1]) && at + word.Length < text.Length && char.IsAsciiLetter(text[at + word.Length])));

    private static string Draw(byte[] from) => string.Concat(from.Select(one => "aAbBßẞäÄİs路灯ａＡǆǅ "[one % 17]));
}
