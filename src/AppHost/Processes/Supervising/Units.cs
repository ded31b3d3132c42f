using System.Net.Sockets;
using Hotline.AppHost.Processes.Injecting;
using Hotline.Servers.Launching;

namespace Hotline.AppHost.Processes.Supervising;

/// <summary>Turns the topology into processes.</summary>
internal sealed class Units(Allocation allocation, string appHostDirectory, string environmentName, HttpClient http)
{
    private const string PortMapperSuffix = "-epmd";

    public IReadOnlyList<Unit> Of(IReadOnlyList<IResource> resources) => [.. resources.SelectMany(Of)];

    private IEnumerable<Unit> Of(IResource resource) => resource switch
    {
        PostgresServerResource postgres => [Postgres(postgres)],
        RabbitMQServerResource rabbit => [PortMapper(rabbit), Rabbit(rabbit)],
        ProjectResource project => Enumerable.Range(0, project.Replicas).Select(replica => Project(project, replica)),
        _ => throw new InvalidOperationException($"No process runs a {resource.GetType().Name}."),
    };

    private Unit Postgres(PostgresServerResource postgres)
    {
        var cluster = postgres.Cluster(allocation);
        return new Unit
        {
            Name = postgres.Name,
            Port = postgres.Port(allocation),
            Quiet = true,
            Prepare = line => cluster.PrepareAsync(allocation.Data.Run, line),
            Command = cluster.Command,
            IsReady = cluster.IsReadyAsync,
            Complete = async cancellation =>
            {
                foreach (var database in postgres.Databases)
                {
                    await cluster.CreateDatabaseAsync(database.DatabaseName, cancellation);
                }
            },
        };
    }

    private Unit PortMapper(RabbitMQServerResource rabbit)
    {
        var broker = rabbit.Broker(allocation);
        return new Unit
        {
            Name = rabbit.Name + PortMapperSuffix,
            Port = rabbit.Ports(allocation).PortMapper,
            Quiet = true,
            Prepare = _ =>
            {
                broker.Prepare();
                return Task.CompletedTask;
            },
            Command = broker.PortMapperCommand,
            IsReady = broker.PortMapperIsReadyAsync,
        };
    }

    private Unit Rabbit(RabbitMQServerResource rabbit)
    {
        var broker = rabbit.Broker(allocation);
        return new Unit
        {
            Name = rabbit.Name,
            Port = rabbit.Ports(allocation).Amqp,
            Quiet = true,
            WaitsFor = [rabbit.Name + PortMapperSuffix],
            Command = broker.Command,
            IsReady = cancellation => broker.IsReadyAsync(http, cancellation),
        };
    }

    private Unit Project(ProjectResource project, int replica)
    {
        var port = project.Port(allocation, replica);
        var program = ProjectProgram.Of(Path.GetFullPath(project.ProjectPath, appHostDirectory));
        return new Unit
        {
            Name = project.UnitName(replica),
            Port = port,
            WaitsFor = [.. project.WaitsFor.SelectMany(UnitNames)],
            Prepare = _ => File.Exists(program) ? Task.CompletedTask : throw new InvalidOperationException($"{program} is not built."),
            Command = wave => new ChildCommand
            {
                Name = project.UnitName(replica),
                Line = ["dotnet", program],
                Environment = Environment(project, replica),
                WorkingDirectory = Path.GetDirectoryName(program),
                Wave = wave,
            },
            IsReady = project.HealthPath is { } path
                ? cancellation => AnswersAsync($"http://127.0.0.1:{port}{path}", cancellation)
                : cancellation => ListensAsync(port, cancellation),
        };
    }

    private Dictionary<string, string?> Environment(ProjectResource project, int replica) =>
        ProjectEnvironment.Of(project, replica, allocation, environmentName).ToDictionary(pair => pair.Key, string? (pair) => pair.Value);

    private static IEnumerable<string> UnitNames(IResource resource) => resource switch
    {
        PostgresDatabaseResource database => [database.Server.Name],
        ProjectResource project => Enumerable.Range(0, project.Replicas).Select(project.UnitName),
        _ => [resource.Name],
    };

    private async Task<bool> AnswersAsync(string url, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(url, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
