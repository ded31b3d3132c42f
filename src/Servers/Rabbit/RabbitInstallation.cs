namespace Hotline.Servers.Rabbit;

/// <summary>Debian's RabbitMQ, without the wrapper that insists on the system's own node.</summary>
public static class RabbitInstallation
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    public static bool IsInstalled => File.Exists(Server) && Epmd is not null;

    internal static string Program =>
        IsInstalled ? Server : throw new InvalidOperationException("RabbitMQ is not installed: apt-get install rabbitmq-server");

    /// <summary>Erlang's port mapper, which each node of ours has for itself.</summary>
    internal static string? Epmd => new[] { "/usr/bin/epmd", "/usr/local/bin/epmd" }.FirstOrDefault(File.Exists);
}
