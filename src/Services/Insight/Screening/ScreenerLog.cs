namespace Hotline.Insight.Screening;

internal static partial class ScreenerLog
{
    [LoggerMessage(720, LogLevel.Information, "Case {CaseId} was held: {Kinds}")]
    public static partial void Held(ILogger log, Guid caseId, string kinds);

    [LoggerMessage(721, LogLevel.Information, "Case {CaseId} was not held, for it had gone on: {Code}")]
    public static partial void TooLate(ILogger log, Guid caseId, string code);

    [LoggerMessage(722, LogLevel.Warning, "Case {CaseId} could not be screened; again later")]
    public static partial void Failed(ILogger log, Guid caseId, Exception fault);

    [LoggerMessage(723, LogLevel.Warning, "Screening was interrupted; again in a moment")]
    public static partial void Interrupted(ILogger log, Exception fault);

    [LoggerMessage(724, LogLevel.Warning, "{Cases} cases came in too quickly to be compared with others")]
    public static partial void PassedOver(ILogger log, int cases);
}
