using Hotline.Contracts.Cases;
using Hotline.Feedback.Answering;
using Hotline.Ledger.Secrets;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests.Answering;

public class When_a_link_is_made
{
    [Fact]
    public async Task Whoever_reads_the_table_can_open_no_link()
    {
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday).Received().Accepted().Replied();
        await bench.Happened(story);

        var row = await bench.Value<string>("select notice::text from feedback.notice");

        Assert.DoesNotContain(bench.Secrets.Token(story.Case.CaseId, story.Last.Version), row, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Secrets.Code(story.Case.CaseId, story.Last.Version), row, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_are_six_digits_and_tokens_do_not_repeat()
    {
        var secrets = new LinkSecrets(new MasterKeys(new Dictionary<short, byte[]> { [1] = new byte[32] }));
        var events = Enumerable.Range(1, 1000).Select(version => (Case: new CaseId(Guid.NewGuid()), Version: version)).ToList();

        Assert.All(events, one => Assert.Matches("^[0-9]{6}$", secrets.Code(one.Case, one.Version)));
        Assert.Equal(1000, events.Select(one => secrets.Token(one.Case, one.Version)).Distinct().Count());
        Assert.NotEqual(secrets.Token(events[0].Case, 1), secrets.Token(events[0].Case, 2));
    }
}
