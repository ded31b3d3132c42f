namespace Hotline.Identity.Pruning;

internal static partial class PruningLog
{
    [LoggerMessage(20, LogLevel.Debug, "Pruned {Tokens} tokens and {Authorizations} authorizations")]
    public static partial void Pruned(this ILogger log, long tokens, long authorizations);

    [LoggerMessage(21, LogLevel.Error, "Pruning failed; tried again in an hour")]
    public static partial void PruningFailed(this ILogger log, Exception fault);
}
