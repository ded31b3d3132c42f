using Hotline.Cases.Tests.Deciding;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Silo;
using Hotline.Ledger.Appending;
using Hotline.Ledger.Crashing;
using Hotline.Ledger.Relaying;
using Hotline.Ledger.Schema;
using Hotline.Ledger.Secrets;
using Hotline.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Orleans.TestingHost;

namespace Hotline.Cases.Tests.Grains;

/// <summary>Two Orleans clusters that do not know of each other over one ledger: every case can be active twice at once.</summary>
public sealed class CaseCluster : IAsyncLifetime
{
    private readonly List<InProcessTestCluster> _clusters = [];

    public NpgsqlDataSource Database { get; private set; } = null!;

    public FakeTimeProvider Time { get; } = new(Given.Monday);

    public IGrainFactory One => _clusters[0].Client;

    public IGrainFactory Other => _clusters[1].Client;

    public EventTable Table => new(Database);

    public async ValueTask InitializeAsync()
    {
        var connectionString = await (await PostgresServer.SharedAsync()).CreateDatabase();
        await SchemaMigrator.Migrate(connectionString, typeof(EventTable).Assembly, ".Schema.", "cases", CancellationToken.None);
        Database = NpgsqlDataSource.Create(connectionString);
        for (var i = 0; i < 2; i++)
            _clusters.Add(await StartCluster());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cluster in _clusters)
            await cluster.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>A case taken in, at its first version.</summary>
    public async Task<CaseId> Received(IGrainFactory grains)
    {
        var id = new CaseId(Guid.CreateVersion7());
        var outcome = await Receive(grains, id);
        Assert.True(outcome.Succeeded);
        return id;
    }

    public static Task<GrainContracts.Results.Outcome<CaseView>> Receive(IGrainFactory grains, CaseId id, string fingerprint = "fingerprint") =>
        grains.GetGrain<ICaseGrain>(id.GrainKey).Receive(
            Given.Submission(CaseKind.Efficiency) with { Fingerprint = fingerprint, Number = $"n-{Guid.NewGuid():N}" }, CancellationToken.None);

    private async Task<InProcessTestCluster> StartCluster()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddHotlineSerializers();
            silo.AddHomeDirectory();
            silo.Services.AddSingleton<TimeProvider>(Time);
            silo.Services.AddSingleton(Given.City);
            silo.Services.AddSingleton(Database);
            silo.Services.AddSingleton(new MasterKeys(new Dictionary<short, byte[]> { [1] = new byte[32] }));
            silo.Services.AddSingleton<PhoneHash>().AddSingleton<RelaySignal>().AddSingleton<EventTable>().AddSingleton(CrashPoints.None).AddSingleton<CaseLedger>();
        });
        builder.ConfigureClient(client => client.Services.AddHotlineSerializers());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
