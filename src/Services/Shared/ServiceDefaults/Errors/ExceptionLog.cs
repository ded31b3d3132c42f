using Microsoft.Extensions.Logging;

namespace Hotline.ServiceDefaults.Errors;

internal static partial class ExceptionLog
{
    [LoggerMessage(1, LogLevel.Error, "{Route} failed with {Status}")]
    public static partial void RequestFailed(this ILogger log, Exception exception, string route, int status);

    // Without the stack: in an outage there are thousands of these, all alike.
    [LoggerMessage(2, LogLevel.Warning, "{Route} could not be served now: {Exception}: {Reason}")]
    public static partial void RequestPutOff(this ILogger log, string route, string exception, string reason);
}
