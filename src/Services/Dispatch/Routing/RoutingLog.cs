namespace Hotline.Dispatch.Routing;

internal static partial class RoutingLog
{
    [LoggerMessage(420, LogLevel.Warning, "The routing rules of rulings cannot be read; those known are followed")]
    public static partial void Stale(ILogger log, Exception fault);
}
