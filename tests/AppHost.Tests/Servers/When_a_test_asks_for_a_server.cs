using Hotline.Servers.Launching;
using Hotline.Servers.Rabbit;
using Hotline.TestKit;
using Npgsql;
using RabbitMQ.Client;

namespace Hotline.AppHost.Tests.Servers;

public sealed class When_a_test_asks_for_a_server
{
    [Fact]
    public async Task Each_database_is_empty_and_its_own()
    {
        var server = await PostgresServer.SharedAsync();

        await ExecuteAsync(await server.CreateDatabase(), "create table mine (id int)");
        await ExecuteAsync(await server.CreateDatabase(), "create table mine (id int)");
    }

    [Fact]
    public async Task A_committed_row_survives_a_killed_server()
    {
        var server = await PostgresServer.StartAsync("killed", durable: true);
        var database = await server.CreateDatabase() + ";Pooling=false";
        await ExecuteAsync(database, "create table mine (id int); insert into mine values (7)");

        await server.KillAsync();
        await server.StartAsync();

        Assert.Equal(7, await ExecuteAsync(database, "select id from mine"));
    }

    [Fact]
    public async Task A_virtual_host_takes_and_gives_messages()
    {
        var server = await RabbitServer.SharedAsync();
        var factory = new ConnectionFactory { Uri = await server.CreateVhost() };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });

        await channel.BasicPublishAsync("", "q", new byte[] { 1 });

        Assert.Equal(1, (await channel.BasicGetAsync("q", autoAck: true))!.Body.Span[0]);
    }

    [Fact]
    public async Task A_broker_is_not_ready_before_clients_can_reach_it()
    {
        var server = await RabbitServer.SharedAsync();
        var password = Uri.UnescapeDataString(server.AmqpUri.UserInfo.Split(':')[1]);
        RabbitBroker Broker(int amqp) => new(Path.GetTempPath(), new RabbitPorts(amqp, server.ManagementUri.Port, 0, 0), password, cookie: "");

        Assert.True(await Broker(server.AmqpUri.Port).IsReadyAsync(server.Management, TestContext.Current.CancellationToken));
        Assert.False(await Broker(FreePorts.Next()).IsReadyAsync(server.Management, TestContext.Current.CancellationToken));
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
