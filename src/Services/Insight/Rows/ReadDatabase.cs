using Hotline.Hosting.Database;
using Npgsql;

namespace Hotline.Insight.Rows;

/// <summary>
/// Connections for lists, search and figures. Each question is planned for its own values: a plan that must suit every word would be
/// wrong for the rare and for the frequent ones. Questions that take too long are cut off rather than left to crowd out the projection.
/// </summary>
internal sealed class ReadDatabase(IConfiguration configuration) : IAsyncDisposable
{
    /// <summary>Where to ask.</summary>
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(HotlineDatabase.ConnectionString(configuration))
    {
        ApplicationName = "insight-reads",
        MaxAutoPrepare = 0,
        MaxPoolSize = 16,
        Options = "-c plan_cache_mode=force_custom_plan -c statement_timeout=10s -c default_transaction_read_only=on",
    });

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
