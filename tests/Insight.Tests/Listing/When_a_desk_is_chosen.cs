using Hotline.Insight.Tests.Support;

namespace Hotline.Insight.Tests.Listing;

/// <summary>The functions of the schema, asked by words.</summary>
public sealed class When_a_desk_is_chosen : IAsyncLifetime
{
    private ReadModel _model = null!;

    public async ValueTask InitializeAsync() => _model = await ReadModel.Create();

    public ValueTask DisposeAsync() => _model.DisposeAsync();

    [Theory]
    [InlineData("received", "to-screen")]
    [InlineData("held", "to-screen")]
    [InlineData("accepted", "to-triage")]
    [InlineData("disputed", "docket")]
    [InlineData("inReview", "to-review")]
    [InlineData("closed", "none")]
    [InlineData("declined", "none")]
    public async Task It_is_that_of_whoever_must_act_next(string status, string desk) =>
        Assert.Equal(desk, await _model.Ask<string>($"select coalesce(insight.desk('{status}', 'efficiency', false), 'none')"));

    [Theory]
    [InlineData("accept", "received", true)]
    [InlineData("accept", "held", true)]
    [InlineData("accept", "accepted", false)]
    [InlineData("rule", "disputed", true)]
    [InlineData("rule", "dispatched", false)]
    [InlineData("review", "inReview", true)]
    [InlineData("review", "awaitingVisit", false)]
    [InlineData("handle", "signed", true)]
    [InlineData("handle", "held", false)]
    [InlineData("handle", "disputed", false)]
    [InlineData("handle", "inReview", false)]
    public async Task A_clock_runs_only_where_its_work_is_done(string clock, string status, bool runs) =>
        Assert.Equal(runs, await _model.Ask<bool>($$"""select insight.runs('{{clock}}', '{"version": 3}', 1, '{{status}}', false)"""));

    [Fact]
    public async Task Rows_in_such_a_status_are_counted_on_their_desk()
    {
        await _model.Apply(new CaseStory(1).Events);
        await _model.Do("update insight.case_row set status = 'inReview'");
        Assert.Equal(1L, await _model.Ask<long>("select cases from insight.desk_count where unit = '' and desk = 'to-review'"));
        Assert.Equal(0L, await _model.Ask<long>("select cases from insight.desk_count where unit = '' and desk = 'to-screen'"));
    }
}
