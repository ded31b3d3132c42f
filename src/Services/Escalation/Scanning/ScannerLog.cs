namespace Hotline.Escalation.Scanning;

internal static partial class ScannerLog
{
    [LoggerMessage(600, LogLevel.Information, "Case {CaseId} refused {Step} of clock {Clock}: {Code}")]
    public static partial void Refused(ILogger log, Guid caseId, string clock, string step, string code);

    [LoggerMessage(601, LogLevel.Warning, "Case {CaseId} did not answer to {Step} of clock {Clock}; again later")]
    public static partial void Unanswered(ILogger log, Guid caseId, string clock, string step, Exception fault);

    [LoggerMessage(602, LogLevel.Warning, "The scan of deadlines was interrupted; again in a moment")]
    public static partial void Interrupted(ILogger log, Exception fault);
}
