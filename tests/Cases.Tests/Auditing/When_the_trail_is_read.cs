using Hotline.Cases.Auditing;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Tests.Deciding;
using Hotline.Cases.Tests.Grains;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Callers;
using Npgsql;

namespace Hotline.Cases.Tests.Auditing;

public sealed class When_the_trail_is_read(CaseCluster cluster) : IClassFixture<CaseCluster>
{
    private readonly Caller _officer = new($"officer-{Guid.NewGuid():N}", "李", "console", Role.Officer, [], Given.Water);

    private AccessLog Log => new(cluster.Database);

    [Fact]
    public async Task What_was_looked_at_and_what_was_done_to_a_case_come_together_the_newest_first()
    {
        var id = await cluster.Received(cluster.One);
        await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(new AcceptCase(Given.Operator, Guid.NewGuid()), CancellationToken.None);
        await Log.Write(At(1, AccessKind.Read).To(id, "n"), CancellationToken.None);
        await Log.Write(At(2, AccessKind.Unmask, CaseErrors.UnmaskForbidden).To(id, "n") with { Purpose = "visit", Note = "words" }, CancellationToken.None);

        var page = await Read(null, id);

        Assert.Equal(["unmask", "read", "CaseAccepted", "CaseReceived"], page.Entries.Select(entry => entry.What));
        var refused = page.Entries[0];
        Assert.Equal(("visit", "words", "unmask-forbidden", "dept.water", "officer", "李"), (refused.Purpose, refused.Note, refused.Result, refused.Unit, refused.Roles, refused.Name));
        Assert.Equal(("operator", "operator", 2), (page.Entries[2].Subject, page.Entries[2].Roles, page.Entries[2].Version));
    }

    [Fact]
    public async Task A_person_is_followed_over_all_cases()
    {
        var id = await cluster.Received(cluster.One);
        var unique = Given.Operator with { Subject = $"op-{Guid.NewGuid():N}" };
        await cluster.One.GetGrain<ICaseGrain>(id.GrainKey).Perform(new AcceptCase(unique, Guid.NewGuid()), CancellationToken.None);

        Assert.Equal(["CaseAccepted"], (await Read(unique.Subject, null)).Entries.Select(entry => entry.What));
        Assert.Empty((await Read("web", null)).Entries);
    }

    [Fact]
    public async Task Pages_follow_each_other_also_within_one_instant()
    {
        var id = new CaseId(Guid.CreateVersion7());
        await Log.Write([.. Enumerable.Range(0, 7).Select(i => At(0, AccessKind.Read).To(id, $"{i}"))], CancellationToken.None);

        var numbers = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await Read(null, id, cursor, 3);
            numbers.AddRange(page.Entries.Select(entry => entry.Number));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(["6", "5", "4", "3", "2", "1", "0"], numbers);
    }

    [Fact]
    public async Task Without_person_and_case_it_holds_what_was_looked_at()
    {
        await Log.Write(At(100_000, AccessKind.Export), CancellationToken.None);

        Assert.Equal("export", (await Read(null, null)).Entries[0].What);
    }

    [Theory]
    [InlineData("update cases.access set result = 'done'")]
    [InlineData("delete from cases.access")]
    [InlineData("truncate cases.access")]
    public async Task Nobody_can_take_anything_back(string sql)
    {
        await using var command = cluster.Database.CreateCommand(sql);
        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }

    private Access At(int minutes, AccessKind kind, Contracts.Errors.Error? refused = null) =>
        Access.Of(_officer, kind, Given.Monday.AddMinutes(minutes), refused);

    private Task<TrailPage> Read(string? subject, CaseId? id, string? cursor = null, int limit = 20) => new Trail(cluster.Database).Read(
        new TrailQuestion(subject, id, null, null, cursor is null ? TrailCursor.Start : TrailCursor.Parse(cursor)!, limit), CancellationToken.None);
}
