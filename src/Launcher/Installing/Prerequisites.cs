using Hotline.Servers.Postgres;
using Hotline.Servers.Rabbit;

namespace Hotline.Launcher.Installing;

/// <summary>PostgreSQL and RabbitMQ from Debian, when they are missing.</summary>
internal static class Prerequisites
{
    public static async Task EnsureAsync()
    {
        string[] missing =
        [
            .. PostgresInstallation.Find() is null ? ["postgresql"] : Array.Empty<string>(),
            .. RabbitInstallation.IsInstalled ? Array.Empty<string>() : ["rabbitmq-server"],
        ];
        if (missing.Length > 0)
        {
            await Apt.InstallAsync(missing);
        }
    }
}
