using Hotline.Contracts.Cases;
using Hotline.Ledger.Appending;
using Hotline.Ledger.Crashing;
using Hotline.Ledger.Relaying;
using Hotline.Ledger.Schema;
using Hotline.Ledger.Secrets;
using Hotline.TestKit;
using Npgsql;

namespace Hotline.Ledger.Tests;

/// <summary>A migrated database of its own for each test class.</summary>
public sealed class LedgerFixture : IAsyncLifetime
{
    public NpgsqlDataSource Database { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    public MasterKeys Masters { get; } = new(new Dictionary<short, byte[]> { [1] = [.. Enumerable.Range(0, 32).Select(i => (byte)i)] });

    public EventTable Table => new(Database);

    public CaseLedger Ledger => new(Table, Masters, new RelaySignal(), CrashPoints.None);

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await (await PostgresServer.SharedAsync()).CreateDatabase();
        await SchemaMigrator.Migrate(ConnectionString, typeof(EventTable).Assembly, ".Schema.", "cases", CancellationToken.None);
        Database = NpgsqlDataSource.Create(ConnectionString);
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();

    /// <summary>A case with so many events.</summary>
    public async Task<CaseId> AppendCase(int events)
    {
        var id = new CaseId(Guid.CreateVersion7());
        var (_, head) = await Ledger.Append(LedgerHead.Empty, [Sample.Received(id)], Guid.NewGuid(), CancellationToken.None);
        for (var version = 2; version <= events; version++)
            (_, head) = await Ledger.Append(head, [Sample.Accepted(id, version)], Guid.NewGuid(), CancellationToken.None);
        return id;
    }

    public async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Events as a case would make them.</summary>
internal static class Sample
{
    private static int _numbers;

    public static readonly DateTimeOffset At = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    public static CaseReceived Received(CaseId id) => new("水管爆裂", "fingerprint", "web")
    {
        CaseId = id,
        Number = $"260302-{Interlocked.Increment(ref _numbers):000000}-0",
        Version = 1,
        At = At,
        Actor = "channel:web",
        Case = Summary(id, 1),
        Secrets = new CaseSecrets { Name = "张三", Phone = "13812348000" },
    };

    public static CaseAccepted Accepted(CaseId id, int version) => new((string?)null)
    {
        CaseId = id,
        Number = "260302-000000-0",
        Version = version,
        At = At,
        Actor = "operator:o",
        Case = Summary(id, version),
    };

    private static CaseSummary Summary(CaseId id, int version) => new()
    {
        CaseId = id,
        Number = "260302-000000-0",
        Version = version,
        Status = CaseStatus.Received,
        Kind = CaseKind.Efficiency,
        Type = CaseType.Complaint,
        Urgency = Urgency.General,
        Channel = Channel.Web,
        Title = "水管爆裂",
        Citizen = new CitizenSummary("张*", "138****8000", "hash", false, false, null),
        ReceivedAt = At,
    };
}
