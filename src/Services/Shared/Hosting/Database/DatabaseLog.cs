using Microsoft.Extensions.Logging;

namespace Hotline.Hosting.Database;

internal static partial class DatabaseLog
{
    [LoggerMessage(120, LogLevel.Warning, "The database is away while schema {Schema} is brought up to date; again in a moment")]
    public static partial void Away(ILogger log, string schema, Exception fault);
}
