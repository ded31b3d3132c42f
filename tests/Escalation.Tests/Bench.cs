using System.Collections.Concurrent;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Explaining;
using Hotline.Escalation.Keeping;
using Hotline.Escalation.Scanning;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.Ledger.Schema;
using Hotline.TestKit;
using Hotline.TestKit.Stories;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Hotline.Escalation.Tests;

/// <summary>The service's parts over a database of their own, with time in the test's hands and a case that answers as the test wants.</summary>
internal sealed class Bench : IAsyncDisposable
{
    /// <summary>A Monday, 10:00 in the demo city.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<(CaseId CaseId, CaseAct Act)> _asked = new();

    private Bench(string connectionString)
    {
        var database = NpgsqlDataSource.Create(connectionString);
        ConnectionString = connectionString;
        Database = database;
        Book = new ClockBook(database, DemoCity.City);
        Files = new ClockFiles(database);
        Answer = (caseId, _) => Task.FromResult<Outcome<CaseView>>(ViewOf(caseId));
    }

    /// <summary>With the password, which a data source keeps to itself.</summary>
    public string ConnectionString { get; }

    public NpgsqlDataSource Database { get; }

    public FakeTimeProvider Time { get; } = new(Monday);

    public ClockBook Book { get; }

    public ClockFiles Files { get; }

    public ScannerOptions Options { get; } = new();

    /// <summary>How a case answers; by default it takes everything down.</summary>
    public Func<CaseId, CaseAct, Task<Outcome<CaseView>>> Answer { get; set; }

    /// <summary>Cases as their grains know them.</summary>
    public ConcurrentDictionary<CaseId, CaseSummary> Ledger { get; } = [];

    /// <summary>Every act a case was asked for, repetitions included.</summary>
    public IReadOnlyList<CaseAct> Asked => [.. _asked.Select(one => one.Act)];

    /// <summary>Cases that were asked for such an act over a clock.</summary>
    public IEnumerable<CaseId> AskedOf<T>(string clock) where T : CaseAct =>
        _asked.Where(one => one.Act is T && one.Act switch
        {
            WarnOfDeadline act => act.Clock,
            MoveDeadline act => act.Clock,
            MissDeadline act => act.Clock,
            _ => null,
        } == clock).Select(one => one.CaseId);

    public static async Task<Bench> Open()
    {
        var connection = await (await PostgresServer.SharedAsync()).CreateDatabase();
        await SchemaMigrator.Migrate(connection, typeof(EscalationService).Assembly, ".Schema.", "escalation", CancellationToken.None);
        return new Bench(connection);
    }

    public DeadlineScanner NewScanner(CaseDoor? door = null) => new(
        new DueDeadlines(Database), door ?? (caseId => new AskedCase(this, caseId)), DemoCity.City, Time, new OptionsWrapper<ScannerOptions>(Options), NullLogger<DeadlineScanner>.Instance);

    /// <summary>Scans until nothing is due.</summary>
    public async Task<int> ScanAll()
    {
        var scanner = NewScanner();
        for (var total = 0; ;)
        {
            if (await scanner.Scan(CancellationToken.None) is var count and > 0)
                total += count;
            else
                return total;
        }
    }

    public Task Happened(CaseStory story) => Happened(story.Events);

    public async Task Happened(IEnumerable<ICaseEvent> events)
    {
        var keeper = new ClockKeeper(Book);
        foreach (var one in events)
        {
            Ledger.AddOrUpdate(one.CaseId, one.Case, (_, known) => known.Version < one.Version ? one.Case : known);
            await keeper.Consume([one], CancellationToken.None);
        }
    }

    public async Task<DeadlineRow> Deadline(CaseStory story, string clock, int round = 1)
    {
        var file = await Files.Find(story.Case.Number, CancellationToken.None);
        return file!.Deadlines.Single(row => row.Clock.Word() == clock && row.Round == round);
    }

    public async Task<T> Value<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public static Outcome<CaseView> Refusal(string code) => new Error(ErrorKind.Conflict, code);

    /// <summary>The case as the ledger has it: what has happened here, unless the test says that more has.</summary>
    public CaseView ViewOf(CaseId caseId) => new(Ledger.GetValueOrDefault(caseId) ?? Waiting(caseId), "", null, null, null);

    // A consultation at the desk: what the rows of the mass tests stand for.
    private static CaseSummary Waiting(CaseId caseId) =>
        new CaseStory(Monday, CaseKind.Consultation).Case with { CaseId = caseId, Status = CaseStatus.Accepted, HandlingSince = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero) };

    private sealed class AskedCase(Bench bench, CaseId caseId) : ICaseGrain
    {
        public Task<Outcome<CaseView>> Perform(CaseAct act, CancellationToken cancellationToken)
        {
            bench._asked.Enqueue((caseId, act));
            return bench.Answer(caseId, act);
        }

        public Task<Outcome<CaseFollowers>> Followers(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Rehearse(CaseAct act, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<CaseView>>(bench.ViewOf(caseId));

        public Task<Outcome<CaseView>> Unmask(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
