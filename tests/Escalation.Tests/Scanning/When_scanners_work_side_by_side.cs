using System.Diagnostics;
using Hotline.Contracts.Cases;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Scanning;

public class When_scanners_work_side_by_side(ITestOutputHelper output)
{
    private const int Many = 100_000;

    [Fact]
    public async Task Every_deadline_is_told_once()
    {
        await using var bench = await Bench.Open();
        for (var i = 0; i < 300; i++)
            await bench.Happened(new CaseStory(Bench.Monday, urgency: Urgency.Urgent).Received());
        bench.Time.Advance(TimeSpan.FromMinutes(13));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(bench.ScanAll)));

        Assert.Equal(300, bench.Asked.Count);
        Assert.Equal(300, bench.Asked.Select(act => act.OperationId).Distinct().Count());
    }

    [Fact]
    public async Task A_hundred_thousand_deadlines_cost_a_look_at_the_index()
    {
        await using var bench = await Bench.Open();
        await Fill(bench);

        var plan = await bench.Value<string>($"explain (format json) select 1 from escalation.deadline where next_at <= '{Bench.Monday:O}' order by next_at limit 100 for update skip locked");
        Assert.Contains("deadline_next", plan, StringComparison.Ordinal);

        await bench.ScanAll();
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await bench.ScanAll());
        output.WriteLine($"A scan of {Many} running deadlines with nothing due took {watch.Elapsed.TotalMilliseconds:0.0} ms.");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task Ten_thousand_of_them_due_at_once_are_told_within_a_minute()
    {
        await using var bench = await Bench.Open();
        await Fill(bench);
        await bench.Execute("update escalation.deadline set warn_at = now() - interval '100 years', due_at = now() + interval '100 years', next_at = '2026-11-23 01:00Z' where started_version <= 10000");

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Task.Run(bench.ScanAll), Task.Run(bench.ScanAll));

        output.WriteLine($"Two scanners told 10000 of {Many} deadlines in {watch.Elapsed.TotalSeconds:0.00} s: {10_000 / watch.Elapsed.TotalSeconds:0} a second.");
        Assert.Equal(10_000, bench.Asked.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"took {watch.Elapsed}");
    }

    private static async Task Fill(Bench bench)
    {
        await bench.Execute($"""
            insert into escalation.deadline (case_id, clock, started_version, round, started_at, limit_amount, limit_unit, warn_at, due_at, next_at)
            select gen_random_uuid(), 'handle', n, 1, '2026-11-20 00:00Z', 15, 'workingDays', '2026-12-10', '2026-12-14', '2026-12-10'
            from generate_series(1, {Many}) n
            """);
        await bench.Execute("analyze escalation.deadline");
    }
}
