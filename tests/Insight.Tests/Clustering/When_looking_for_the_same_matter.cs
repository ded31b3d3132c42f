using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Insight.Clustering;
using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Clustering;

[Collection("process")]
public sealed class When_looking_for_the_same_matter(InsightProcess insight) : IAsyncLifetime
{
    private const string Burst = "utilities.water.main-burst";
    private static readonly CaseStory Asked = Report(9, "滨江路水管爆裂", "滨江路水管爆裂,水漫到路面,已经停水。", "滨江路");

    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_most_alike_come_first_with_the_reasons_in_words()
    {
        var same = Report(1, "路面冒水", "滨江路上水管爆裂,大量漏水,停水了。", "江北街道滨江路");
        var near = Report(2, "水管漏水", "小区门口水管爆裂,停水半天。", null);
        var other = Report(3, "夜间施工噪音", "工地夜间施工,吵得睡不着。", "解放路", category: "environment.noise.construction", area: "chengdong");
        await insight.Apply(Asked, same, near, other);

        var found = await Similar(Asked);
        Assert.Equal([same.Number, near.Number], found.Items.Select(item => item.Case.Number));
        Assert.InRange(found.Items[0].Score, 0.5, 1);
        Assert.Contains("同一街路", found.Items[0].Reasons);
        Assert.Contains("类别相同", found.Items[0].Reasons);
        Assert.Contains(found.Items[0].Reasons, reason => reason.StartsWith("用词相同:", StringComparison.Ordinal) && reason.Contains("水管爆裂", StringComparison.Ordinal));
    }

    [Fact]
    public async Task English_texts_are_compared_by_their_words()
    {
        var asked = new CaseStory(1, title: "Burst water main", text: "The water main burst at Riverside Road, the street is flooded.");
        var same = new CaseStory(2, title: "Street flooded", text: "Riverside Road is flooded, a water main has burst!");
        await insight.Apply(asked, same, new CaseStory(3, title: "Loud music", text: "The neighbours play loud music every night."));

        Assert.Equal([same.Number], (await Similar(asked)).Items.Select(item => item.Case.Number));
    }

    [Fact]
    public async Task Neither_what_is_over_nor_what_is_merged_sealed_old_or_of_another_line_is_suggested()
    {
        var closed = Report(1).Then(Step.Accept, Step.Withdraw);
        var merged = Report(2).Then(Step.Accept, Step.Merge);
        var answered = Report(3).Then(Step.Accept, Step.Merge, Step.Reply);
        var @sealed = Report(4).Then(Step.Accept, Step.Seal);
        var old = Report(-24 * 20);
        var otherLine = Report(5, kind: CaseKind.Consultation);
        await insight.Apply(Asked, closed, merged, answered, @sealed, old, otherLine);

        Assert.Empty((await Similar(Asked)).Items);
    }

    [Fact]
    public async Task An_incident_that_is_looked_for_comes_first_however_it_is_worded()
    {
        var soon = TimeProvider.System.GetUtcNow().AddHours(5);
        var alike = Report(1, "滨江路水管爆裂", "滨江路水管爆裂,水漫到路面,已经停水。", "滨江路");
        var incident = Report(2, "主管抢修", "抢修中,预计傍晚恢复。", null, until: soon);
        var elsewhere = Report(3, "主管抢修", "抢修中,预计傍晚恢复。", null, area: "chengdong", until: soon);
        var expired = Report(4, "主管抢修", "抢修中,预计傍晚恢复。", null, area: null, until: soon.AddDays(-9));
        await insight.Apply(Asked, alike, incident, elsewhere, expired);

        Assert.Equal([incident.Number, alike.Number], (await Similar(Asked)).Items.Select(item => item.Case.Number).Where(number => number != expired.Number));
        var open = await insight.Get<CasePage>(Callers.Operator, "/api/v1/incidents");
        Assert.Equal([incident.Number, elsewhere.Number, expired.Number], open.Items.Select(item => item.Number));
    }

    [Fact]
    public async Task Suggestions_are_for_staff()
    {
        await insight.Apply(Asked);

        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WaterOfficer, $"/api/v1/cases/{Asked.Number}/similar"));
        Assert.Equal(HttpStatusCode.NotFound, await insight.Status(Callers.Operator, "/api/v1/cases/260301-999999-9/similar"));
    }

    [Fact]
    public async Task A_cluster_is_read_from_any_of_its_cases_and_its_unit_sees_where_it_is_felt()
    {
        var lead = new CaseStory(1, with: one => one with { CaseId = CaseStory.Lead.CaseId, Number = CaseStory.Lead.Number, Followers = 3 })
            .Then(Step.Accept, Step.Triage, Step.Dispatch);
        var followers = Enumerable.Range(2, 3).Select(i => Report(i).Then(Step.Accept, Step.Merge)).ToList();
        await insight.Apply([lead, .. followers]);

        var first = await Cluster(Callers.Operator, followers[1].Number + "/cluster?limit=2");
        Assert.Equal((lead.Number, 3), (first.Lead.Number, first.Lead.Followers));
        Assert.Equal(followers.Take(2).Select(one => one.Number), first.Followers.Select(one => one.Number));
        var second = await Cluster(Callers.Operator, $"{lead.Number}/cluster?limit=2&cursor={first.Cursor}");
        Assert.Equal((followers[2].Number, null), (Assert.Single(second.Followers).Number, second.Cursor));

        var unit = await Cluster(Callers.WaterOfficer, lead.Number + "/cluster");
        Assert.All(unit.Followers, one => Assert.Equal((CaseStatus.Merged, "jiangbei", null, null), (one.Status, one.Area, one.Title, one.Citizen)));
        Assert.Equal(HttpStatusCode.NotFound, await insight.Status(Callers.RoadsSystem, $"/api/v1/cases/{lead.Number}/cluster"));
    }

    private static CaseStory Report(
        int serial, string title = "滨江路水管爆裂", string text = "滨江路水管爆裂,水漫到路面,已经停水。", string? street = "滨江路", string? category = Burst,
        string? area = "jiangbei", CaseKind kind = CaseKind.Efficiency, DateTimeOffset? until = null) =>
        new(Math.Abs(serial), kind, title, text, at: new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero).AddHours(serial), category: category,
            with: one => one with { Area = area, MaskedAddress = street, IncidentUntil = until });

    private Task<SimilarList> Similar(CaseStory story) => insight.Get<SimilarList>(Callers.Operator, $"/api/v1/cases/{story.Number}/similar");

    private Task<ClusterPage> Cluster(Caller by, string path) => insight.Get<ClusterPage>(by, "/api/v1/cases/" + path);
}
