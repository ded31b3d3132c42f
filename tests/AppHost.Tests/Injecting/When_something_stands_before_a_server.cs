using Hotline.AppHost.Processes;
using Hotline.AppHost.Processes.Injecting;
using Hotline.AppHost.Processes.Keeping;
using Hotline.Servers.Launching;
using Microsoft.Extensions.Configuration;

namespace Hotline.AppHost.Tests.Injecting;

public sealed class When_something_stands_before_a_server : IDisposable
{
    private readonly DataFolder _data = DataFolder.Take(Directory.CreateTempSubdirectory("hotline-proxies-").FullName);

    public void Dispose()
    {
        _data.Dispose();
        Directory.Delete(_data.Path, recursive: true);
    }

    [Fact]
    public void Services_are_told_of_it_and_the_server_keeps_its_own_port()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Proxies:postgres", "4711"), new("Proxies:rabbitmq", "4712")]).Build();
        var injection = new Injection("cases", new Allocation(_data, new PortBook(_data.Ports), new SecretBook(_data.Secrets), configuration));
        var postgres = new PostgresServerResource("postgres", new ParameterResource("postgres-password"));
        var rabbit = new RabbitMQServerResource("rabbitmq", new ParameterResource("rabbitmq-password"));

        ((IConnectionSource)new PostgresDatabaseResource("hotline", "hotline", postgres)).Inject(injection);
        ((IConnectionSource)rabbit).Inject(injection);

        Assert.Contains("Port=4711;", injection.Variables["ConnectionStrings__hotline"], StringComparison.Ordinal);
        Assert.EndsWith(":4712", injection.Variables["ConnectionStrings__rabbitmq"], StringComparison.Ordinal);
        Assert.NotEqual(4711, postgres.Port(injection.Allocation));
        Assert.NotEqual(4712, rabbit.Ports(injection.Allocation).Amqp);
    }
}
