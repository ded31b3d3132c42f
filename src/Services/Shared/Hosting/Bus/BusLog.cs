using Microsoft.Extensions.Logging;

namespace Hotline.Hosting.Bus;

internal static partial class BusLog
{
    [LoggerMessage(110, LogLevel.Information, "Waiting for the broker at {Host}:{Port}")]
    public static partial void Waiting(ILogger log, string host, int port);
}
