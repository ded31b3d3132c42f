namespace Hotline.Insight.Rebuilding;

internal static partial class RebuildLog
{
    [LoggerMessage(700, LogLevel.Information, "Rebuild {Id} of the read model started")]
    public static partial void Started(ILogger log, int id);

    [LoggerMessage(701, LogLevel.Information, "Rebuild {Id}: the ledger sent {Events} events")]
    public static partial void Sent(ILogger log, int id, long events);

    [LoggerMessage(702, LogLevel.Error, "Rebuild {Id} was given up: the ledger could not be sent")]
    public static partial void Failed(ILogger log, int id, Exception fault);
}
