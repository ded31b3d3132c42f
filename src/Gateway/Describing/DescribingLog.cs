namespace Hotline.Gateway.Describing;

internal static partial class DescribingLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Service} did not describe itself: {Reason}")]
    public static partial void DescriptionMissing(this ILogger log, string service, string reason);
}
