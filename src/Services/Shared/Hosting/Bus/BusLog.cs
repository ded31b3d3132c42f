using Microsoft.Extensions.Logging;

namespace Hotline.Hosting.Bus;

internal static partial class BusLog
{
    [LoggerMessage(110, LogLevel.Information, "Waiting for the broker at {Host}:{Port}")]
    public static partial void Waiting(ILogger log, string host, int port);

    [LoggerMessage(111, LogLevel.Warning, "That queue {Queue} exists could not be written down; again in a moment")]
    public static partial void NotWrittenDown(ILogger log, string queue, Exception fault);

    [LoggerMessage(112, LogLevel.Warning, "The bus did not stop in time and is left as it is; what it was at comes again")]
    public static partial void LeftRunning(ILogger log, Exception fault);
}
