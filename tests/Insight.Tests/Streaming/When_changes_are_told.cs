using Hotline.Contracts.Units;
using Hotline.Insight.Streaming;
using Hotline.Insight.Tests.Support;
using Npgsql;

namespace Hotline.Insight.Tests.Streaming;

public sealed class When_changes_are_told : IAsyncLifetime
{
    private ReadModel _model = null!;

    public async ValueTask InitializeAsync() => _model = await ReadModel.Create();

    public ValueTask DisposeAsync() => _model.DisposeAsync();

    [Fact]
    public async Task Each_case_is_named_once_with_the_units_it_had_before()
    {
        await using var ear = await Listen();
        var story = new CaseStory(1).Then(Step.Accept, Step.Triage, Step.Assist);
        await _model.Apply([.. story.Events]);
        Assert.Equal([story.Case.CaseId.Value], (await Told(ear))!.Keys);

        await _model.Apply(story.Then(Step.Return).Events[^1]);
        Assert.Equal([UnitRef.Department("roads"), UnitRef.Department("water")], (await Told(ear))![story.Case.CaseId.Value].OrderBy(unit => unit.Code));
    }

    [Fact]
    public async Task What_brings_nothing_new_is_not_told()
    {
        var story = new CaseStory(1).Then(Step.Accept);
        await _model.Apply([.. story.Events]);
        await using var ear = await Listen();
        await _model.Apply([.. story.Events]);
        Assert.Empty((await Told(ear))!);
    }

    [Fact]
    public async Task A_large_batch_fits_into_several_notices()
    {
        await using var ear = await Listen();
        var stories = Enumerable.Range(0, 700).Select(i => new CaseStory(i).Then(Step.Accept, Step.Triage, Step.Assist)).ToList();
        await _model.Apply([.. stories.SelectMany(story => story.Events)]);
        await _model.Apply([.. stories.Select(story => story.Then(Step.Sign).Events[^1])]);

        Assert.Equal(stories.Select(story => story.Case.CaseId.Value).Order(), (await Told(ear))!.Keys.Order());
    }

    [Fact]
    public void More_than_anybody_can_follow_is_not_counted_up()
    {
        var notices = new ChangeNotices();
        for (var i = 0; i < ChangeNotices.Most; i++)
            notices.Add($"{Guid.NewGuid()}");
        Assert.True(notices.Any);
        notices.Add($"{Guid.NewGuid()},dept.water;");

        Assert.Null(notices.Take());
        Assert.False(notices.Any);
        Assert.Empty(notices.Take()!);
    }

    private async Task<NpgsqlConnection> Listen()
    {
        var connection = await _model.Database.OpenConnectionAsync();
        _heard = new ChangeNotices();
        connection.Notification += (_, told) => _heard.Add(told.Payload);
        await Execute(connection, "listen insight_changes");
        return connection;
    }

    private ChangeNotices _heard = new();

    private async Task<IReadOnlyDictionary<Guid, HashSet<UnitRef>>?> Told(NpgsqlConnection ear)
    {
        await Execute(ear, "select 1");
        return _heard.Take();
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
