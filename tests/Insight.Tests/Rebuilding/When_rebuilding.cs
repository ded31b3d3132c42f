using System.Net;
using Hotline.Insight.Rebuilding;
using Hotline.Insight.Rows;
using Hotline.Insight.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hotline.Insight.Tests.Rebuilding;

[Collection("process")]
public sealed class When_rebuilding(InsightProcess insight) : IAsyncLifetime
{
    private static readonly Step[] Life = [Step.Accept, Step.Triage, Step.Dispatch, Step.HandleMissed, Step.Sign];

    public async ValueTask InitializeAsync()
    {
        insight.Ledger.Forget();
        await insight.Empty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_wrong_row_becomes_right_and_a_lost_one_comes_back()
    {
        var stories = Enumerable.Range(0, 20).Select(i => new CaseStory(i).Then(Life)).ToList();
        foreach (var story in stories)
            await insight.Ledger.Append(story);
        await Eventually.Holds("all are there", async () => await Open() == 20);
        await Do($"update insight.case_row set status = 'closed', clocks = '{{}}' where number = '{stories[3].Number}'");
        await Do($"delete from insight.case_row where number = '{stories[7].Number}'");
        Assert.Equal(18, await Open());

        using var accepted = await insight.Send(HttpMethod.Post, Callers.Administrator, "/api/v1/operations/replay");
        Assert.Contains(insight.Ledger.Trail, entry => (entry.Kind, entry.Note) == ("operate", "replay"));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await Eventually.Holds("the rebuild is at its end", async () =>
            await insight.Get<RebuildStatus>(Callers.Administrator, "/api/v1/operations/replay") is { FinishedAt: not null, GivenUp: false });
        await Eventually.Holds("the lost case is back", async () => await Open() == 20);

        var overdue = await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/overdue");
        Assert.Equal(20, overdue.Items.Count);
        var status = await insight.Get<RebuildStatus>(Callers.Administrator, "/api/v1/operations/replay");
        Assert.Equal((19, 19), (status.Rows, status.Refreshed));
        Assert.Equal("root", status.StartedBy);
    }

    [Fact]
    public async Task No_case_is_thrown_back_in_time_while_it_runs()
    {
        var story = new CaseStory(1).Then(Life);
        await insight.Apply(story);
        await insight.Services.GetRequiredService<RebuildTable>().Start("root", TimeProvider.System.GetUtcNow(), CancellationToken.None);
        foreach (var replayed in story.Events.SkipLast(1))
        {
            await insight.Apply([replayed]);
            Assert.Equal(story.Case.Version, (await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/open")).Items.Single().Version);
            Assert.Null((await Status()).FinishedAt);
        }
        await insight.Apply([story.Events[^1]]);

        Assert.NotNull((await Status()).FinishedAt);
        Assert.Equal(0, await Ask("select count(*) from insight.case_row_next"));
    }

    [Fact]
    public async Task A_case_that_moves_on_meanwhile_changes_over_to_its_newest_state()
    {
        var story = new CaseStory(1).Then(Life);
        await insight.Apply(story);
        await insight.Services.GetRequiredService<RebuildTable>().Start("root", TimeProvider.System.GetUtcNow(), CancellationToken.None);
        story.Then(Step.Contact);
        await insight.Apply([story.Events[^1]]);
        await insight.Apply(story.Events.SkipLast(1));

        Assert.Equal(story.Case.Version, (await insight.Get<CasePage>(Callers.Operator, "/api/v1/worklists/open")).Items.Single().Version);
        Assert.NotNull((await Status()).FinishedAt);
    }

    [Fact]
    public async Task Only_an_administrator_may_start_it()
    {
        using var refused = await insight.Send(HttpMethod.Post, Callers.Supervisor, "/api/v1/operations/replay");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private Task<RebuildStatus> Status() => insight.Get<RebuildStatus>(Callers.Administrator, "/api/v1/operations/replay");

    private async Task<long> Open() => await Ask("select count(*) from insight.case_row where desk is not null");

    private async Task<long> Ask(string sql)
    {
        await using var command = insight.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task Do(string sql)
    {
        await using var command = insight.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
