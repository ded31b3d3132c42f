using Hotline.Contracts.Cases;
using Hotline.Insight.Projecting;
using Hotline.Insight.Telemetry;
using Hotline.Ledger.Schema;
using Hotline.TestKit;
using DemoCity = Hotline.TestKit.Stories.DemoCity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hotline.Insight.Tests.Support;

/// <summary>The read model in a database of its own, fed by hand.</summary>
internal sealed class ReadModel : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ReadModel(ServiceProvider services, string connectionString)
    {
        _services = services;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Database => _services.GetRequiredService<NpgsqlDataSource>();

    public IServiceProvider Services => _services;

    public Projection Projection => _services.GetRequiredService<Projection>();

    public static async Task<ReadModel> Create(TimeProvider? time = null)
    {
        var server = await PostgresServer.SharedAsync();
        var connectionString = await server.CreateDatabase();
        await SchemaMigrator.Migrate(connectionString, typeof(InsightService).Assembly, ".Schema.", InsightService.Name, CancellationToken.None);
        var services = new ServiceCollection()
            .AddMetrics()
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(_ => NpgsqlDataSource.Create(connectionString + ";Max Auto Prepare=64"))
            .AddSingleton<InsightMetrics>()
            .AddSingleton(new CaseRowTable(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), DemoCity.City.Visits, DemoCity.City.Clocks))
            .AddOptions().AddSingleton(DemoCity.City).AddSingleton<ToScreenTable>().AddSingleton<SlowerLane>()
            .AddSingleton<Projection>();
        return new ReadModel(services.BuildServiceProvider(), connectionString);
    }

    public Task Apply(params IEnumerable<ICaseEvent> events) => Projection.Apply([.. events], CancellationToken.None);

    /// <summary>Applies the events in batches of a size.</summary>
    public async Task ApplyInBatches(IEnumerable<ICaseEvent> events, int size)
    {
        foreach (var batch in events.Chunk(size))
            await Apply(batch);
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task Do(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Everything a reader could see, as text.</summary>
    public async Task<string> Dump() => string.Join('\n',
        await Rows("insight.case_row", "case_id"),
        await Rows("insight.case_text", "case_id"),
        await DumpCounts());

    /// <summary>The counts as text; rows of nothing but zeros are left out.</summary>
    public async Task<string> DumpCounts() => string.Join('\n',
        await Rows("(select * from insight.figure where (cases, due, visits_answered, solutions_answered) <> (0, 0, 0, 0))", "unit, day, kind"),
        await Rows("(select * from insight.desk_count where cases <> 0)", "unit, desk"));

    /// <summary>Forgets everything.</summary>
    public Task Empty() => Do("""
        delete from insight.case_row;
        truncate insight.case_text, insight.figure, insight.desk_count, insight.case_row_next, insight.rebuild, insight.to_screen, insight.standing_entry, insight.standing_appeal
        """);

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private Task<string> Rows(string table, string order) =>
        Ask<string>($"select coalesce(jsonb_pretty(jsonb_agg(to_jsonb(r) order by {order})), '[]') from {table} as r");
}
