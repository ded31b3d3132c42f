using Microsoft.Extensions.Logging;

namespace Hotline.Ledger.Relaying;

internal static partial class RelayLog
{
    [LoggerMessage(100, LogLevel.Information, "Relay holds shard {Shard} from {Place}")]
    public static partial void Acquired(ILogger log, short shard, LedgerPlace place);

    [LoggerMessage(101, LogLevel.Warning, "The relay was interrupted; again in {DelayMs} ms")]
    public static partial void Interrupted(ILogger log, double delayMs, Exception fault);
}
