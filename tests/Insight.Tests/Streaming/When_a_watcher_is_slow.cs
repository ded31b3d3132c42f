using Hotline.Insight.Listing;
using Hotline.Insight.Rows;
using Hotline.Insight.Streaming;
using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Streaming;

public sealed class When_a_watcher_is_slow
{
    private readonly Watchers _watchers = new();

    [Fact]
    public async Task It_holds_nobody_up_and_is_told_that_it_missed_something()
    {
        using var slow = Join();
        var glimpses = Enumerable.Range(0, 1_000).Select(_ => new Glimpse([], new DeskCounts())).ToList();
        foreach (var glimpse in glimpses)
            slow.Show(glimpse);

        var next = await slow.Next(CancellationToken.None);
        Assert.Null(next!.Changes);
        Assert.Same(glimpses[^1].Counts, next.Counts);

        slow.Show(glimpses[0]);
        Assert.Same(glimpses[0], await slow.Next(CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_keeps_up_sees_every_glimpse()
    {
        using var quick = Join();
        for (var i = 0; i < 100; i++)
        {
            var glimpse = new Glimpse([], new DeskCounts());
            quick.Show(glimpse);
            Assert.Same(glimpse, await quick.Next(CancellationToken.None));
        }
    }

    [Fact]
    public async Task There_is_nothing_more_after_the_end() => Assert.Null(await Join().Next(new CancellationToken(true)));

    [Fact]
    public void Whoever_has_gone_is_present_no_longer()
    {
        var watcher = Join();
        Assert.Equal([watcher], _watchers.Present);
        watcher.Dispose();
        Assert.Empty(_watchers.Present);
    }

    private Watcher Join() => _watchers.Join(Callers.Operator, Scope.Of(Callers.Operator)!)!;
}
