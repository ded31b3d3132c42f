using System.Reflection;
using Hotline.Hosting.Timing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hotline.Hosting.Database;

/// <summary>The one database <c>hotline</c>; each service owns a schema in it.</summary>
public static class HotlineDatabase
{
    /// <summary>Name of the connection string, as Aspire injects it.</summary>
    public const string ConnectionName = "hotline";

    /// <summary>Registers an <see cref="NpgsqlDataSource"/> and migrates the service's schema from its embedded <c>Schema/*.sql</c> before anything else starts.</summary>
    public static IHostApplicationBuilder AddHotlineDatabase(this IHostApplicationBuilder builder, string schema) =>
        builder.AddHotlineDatabase(schema, Assembly.GetCallingAssembly(), ".Schema.");

    /// <summary>As above, with the scripts of another assembly (the ledger's, for the service that owns the ledger).</summary>
    public static IHostApplicationBuilder AddHotlineDatabase(this IHostApplicationBuilder builder, string schema, Assembly scripts, string scriptFolder = ".Schema.")
    {
        var connectionString = ConnectionString(builder.Configuration);
        builder.Services.TryAddSingleton(_ => CreateDataSource(builder.Environment.ApplicationName, connectionString));
        builder.Services.AddSingleton<IHostedService>(provider => new DatabaseMigration(
            connectionString, scripts, scriptFolder, schema, provider.GetRequiredService<ILogger<DatabaseMigration>>()));
        AddSharedClock(builder.Services);
        return builder;
    }

    // Once, and not where a test has time in its hands.
    private static void AddSharedClock(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(SharedClock)
            || service.ServiceType == typeof(TimeProvider) && service.ImplementationInstance != TimeProvider.System))
            return;
        services.RemoveAll<TimeProvider>();
        services.AddSingleton(new SharedClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SharedClock>());
        services.AddHostedService<ClockReader>();
    }

    /// <summary>The connection string of the database.</summary>
    /// <exception cref="InvalidOperationException">It is not configured.</exception>
    public static string ConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString(ConnectionName)
        ?? throw new InvalidOperationException($"ConnectionStrings:{ConnectionName} is not set.");

    /// <summary>Sessions of one process. All of them share the server's, and all want theirs at once when it comes back from an outage: who has to wait in
    /// its own pool is served a moment later, who is turned away by the server has failed.</summary>
    private const int MaxSessions = 32;

    private static NpgsqlDataSource CreateDataSource(string applicationName, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = applicationName };
        // Every statement of a hot path is prepared by the driver after a few uses.
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 64;
        // Resetting a session takes seven statements, for each use of a connection. Nobody leaves anything in a session: who listens or locks has one to itself.
        settings.NoResetOnClose = true;
        if (!connectionString.Contains("Pool Size", StringComparison.OrdinalIgnoreCase))
            settings.MaxPoolSize = MaxSessions;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
