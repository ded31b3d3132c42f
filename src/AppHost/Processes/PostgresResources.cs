using System.Globalization;
using Hotline.AppHost.Processes.Injecting;
using Hotline.Servers.Postgres;

namespace Hotline.AppHost.Processes;

/// <summary>Debian's PostgreSQL with its own data folder and port.</summary>
public sealed class PostgresServerResource(string name, ParameterResource password) : IResourceWithConnectionString
{
    public string Name { get; } = name;

    internal List<PostgresDatabaseResource> Databases { get; } = [];

    internal int Port(Allocation allocation) => allocation.Port($"{Name}.tcp");

    internal PostgresCluster Cluster(Allocation allocation) =>
        new(allocation.Data.Server(Name), Port(allocation), Password(allocation));

    internal string Password(Allocation allocation) => allocation.Parameter(password.Name);
}

/// <summary>A database of the server; created when the server is ready.</summary>
public sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource server)
    : IResourceWithConnectionString, IConnectionSource
{
    public string Name { get; } = name;

    internal string DatabaseName { get; } = databaseName;

    internal PostgresServerResource Server { get; } = server;

    void IConnectionSource.Inject(Injection injection)
    {
        var allocation = injection.Allocation;
        var port = allocation.PortSeen(Server.Name, Server.Port(allocation)).ToString(CultureInfo.InvariantCulture);
        var password = Server.Password(allocation);
        injection.Variables[$"ConnectionStrings__{Name}"] =
            $"Host=127.0.0.1;Port={port};Username={PostgresCluster.User};Password={password};Database={DatabaseName}";
        injection.Connection(Name, new()
        {
            ["HOST"] = "127.0.0.1",
            ["PORT"] = port,
            ["USERNAME"] = PostgresCluster.User,
            ["PASSWORD"] = password,
            ["URI"] = $"postgresql://{PostgresCluster.User}:{Uri.EscapeDataString(password)}@127.0.0.1:{port}/{DatabaseName}",
            ["JDBCCONNECTIONSTRING"] = $"jdbc:postgresql://127.0.0.1:{port}/{DatabaseName}",
            ["DATABASENAME"] = DatabaseName,
        });
    }
}

/// <summary>What AppHost.cs says about PostgreSQL.</summary>
public static class PostgresBuilding
{
    /// <summary>The data folder of the process engine is always kept; the volume's name is Aspire's affair.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder, string name) => builder;

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.Databases.Add(database);
        return new ResourceBuilder<PostgresDatabaseResource>(database);
    }
}
