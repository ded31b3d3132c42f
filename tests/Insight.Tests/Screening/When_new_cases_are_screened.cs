using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Hotline.Insight.Tests.Support;
using static Hotline.Insight.Tests.Screening.ScreeningBench;

namespace Hotline.Insight.Tests.Screening;

public sealed class When_new_cases_are_screened
{
    [Fact]
    public async Task An_open_case_of_somebody_else_makes_it_a_duplicate_and_the_reasons_say_why()
    {
        await using var bench = await Open();
        var (first, second) = (Matter(1, "wang"), Matter(2, title: "水发黄", text: "家里自来水发黄有异味,已经两天了,请尽快查清原因。"));
        await bench.Happened(first, second);
        await bench.Screen();

        var found = Assert.Single(bench.Found(second)!);
        Assert.Equal(FindingKind.Duplicate, found.Kind);
        Assert.StartsWith($"{first.Number}: 用词相同:", found.Evidence, StringComparison.Ordinal);
        Assert.Contains("自来水发黄有异味", found.Evidence, StringComparison.Ordinal);
        Assert.EndsWith("类别相同;同一镇街;同一街路", found.Evidence, StringComparison.Ordinal);
        Assert.Equal(Actor.System("insight-screening"), bench.Cases.Asked[0].Act.By);
        Assert.Null(bench.Found(first));
        Assert.Equal(0, await bench.Waiting());
    }

    [Fact]
    public async Task The_same_citizen_repeats_an_open_matter_and_brings_a_settled_one_again()
    {
        await using var bench = await Open();
        var (settled, open) = (Matter(1).Then(Step.Accept, Step.Reply, Step.Close), Matter(2).Then(Step.Accept, Step.Dispatch));
        var again = Matter(3);
        await bench.Happened(settled, open, again);
        await bench.Screen();

        Assert.Equal([FindingKind.Repeated, FindingKind.Settled], bench.Found(again)!.Select(one => one.Kind));
        Assert.StartsWith(open.Number, bench.Found(again)![0].Evidence, StringComparison.Ordinal);
        Assert.StartsWith(settled.Number, bench.Found(again)![1].Evidence, StringComparison.Ordinal);
        Assert.EndsWith("未提出新情况", bench.Found(again)![1].Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_matters_are_compared_and_explained_in_English()
    {
        await using var bench = await Open();
        CaseStory Lamp(int hour, string citizen) => Matter(hour, citizen, "Street lamp broken", "The street lamp at Riverside Road has been broken for a week.", null);
        await bench.Happened(Lamp(1, "wang"), Lamp(2, "zhang"));
        await bench.Screen();

        var evidence = Assert.Single(bench.Cases.Asked).Act.Findings[0].Evidence;
        Assert.Contains("Words in common: ", evidence, StringComparison.Ordinal);
        Assert.EndsWith("Same category; Same area", evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_place_another_matter_a_sealed_an_old_or_a_withdrawn_case_holds_nothing()
    {
        await using var bench = await Open();
        await bench.Happened(
            Matter(1, "wang", street: "解放路", area: "chengdong"), Matter(2, title: "夜间施工", text: "工地夜间施工,吵得睡不着觉。", category: "environment.noise.construction"),
            Matter(3).Then(Step.Accept, Step.Seal), Matter(-24 * 120), Matter(4).Then(Step.Accept, Step.Withdraw), Matter(5).Then(Step.Decline));
        await bench.Screen(perSecond: 10);
        bench.Cases.Forget();
        await bench.Happened(Matter(6));
        await bench.Screen();

        Assert.Empty(bench.Cases.Asked);
    }

    [Fact]
    public async Task Who_dies_forgets_nothing_and_who_is_told_again_screens_nothing_again()
    {
        await using var bench = await Open();
        var (first, second) = (Matter(1, "wang"), Matter(2));
        await bench.Happened(first);
        await bench.Screen();
        await bench.Happened(second);
        Assert.Equal(1, await bench.Waiting());

        // The screener that saw the first is gone; the cases cannot be reached yet either.
        bench.Cases.Answer = AskedCases.IsAway;
        await bench.Screen();
        Assert.Equal(1, await bench.Waiting());
        await bench.Screen();
        Assert.Single(bench.Cases.Asked);

        bench.Cases.Answer = AskedCases.Refuses;
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        await bench.Screen();
        Assert.Equal((2, 0), (bench.Cases.Asked.Count, await bench.Waiting()));
        Assert.Equal(bench.Cases.Asked[0].Act.OperationId, bench.Cases.Asked[1].Act.OperationId);

        // A rebuild tells everything again.
        await bench.Model.Do("insert into insight.rebuild (started_at, started_by, rows) values (now(), 'test', 2)");
        await bench.Happened(first, second);
        Assert.Equal(0, await bench.Waiting());
    }

    [Fact]
    public async Task What_was_accepted_meanwhile_is_left_alone()
    {
        await using var bench = await Open();
        var second = Matter(2);
        await bench.Happened(Matter(1, "wang"), second);
        await bench.Happened(second.Then(Step.Accept));
        await bench.Screen();

        Assert.Equal((0, 0), (bench.Cases.Asked.Count, await bench.Waiting()));
    }

    [Fact]
    public async Task A_second_has_room_for_so_many_and_a_flood_lets_the_oldest_go()
    {
        await using var bench = await Open();
        await bench.Happened([.. Enumerable.Range(1, 10).Select(hour => Matter(hour, "wang"))]);
        await bench.Screen(perSecond: 3);
        Assert.Equal(7, await bench.Waiting());

        await bench.Happened([.. Enumerable.Range(1, 120).Select(serial => Matter(20, $"citizen{serial}"))]);
        await bench.Screen(perSecond: 1, most: 20);
        Assert.Equal(20, await bench.Waiting());
        await bench.Screen(perSecond: 1, most: 5);
        Assert.Equal(5, await bench.Waiting());
    }

    [Fact]
    public async Task Imports_of_the_past_incidents_and_parts_of_a_split_matter_are_not_screened()
    {
        await using var bench = await Open();
        var part = new CaseStory(2, at: bench.Time.GetUtcNow(), with: one => one with { SplitFrom = "260301-000001-7" });
        var incident = new CaseStory(3, at: bench.Time.GetUtcNow(), with: one => one with { IncidentUntil = bench.Time.GetUtcNow().AddHours(9) });
        await bench.Happened(Matter(-24 * 3), part, incident);

        Assert.Equal(0, await bench.Waiting());
    }
}
