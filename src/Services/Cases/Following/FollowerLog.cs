namespace Hotline.Cases.Following;

/// <summary>Log messages of clusters.</summary>
internal static partial class FollowerLog
{
    [LoggerMessage(2101, LogLevel.Information, "Case {Number} was overtaken: {Act} was refused with {Code}")]
    public static partial void Overtaken(this ILogger log, string number, string act, string code);
}
