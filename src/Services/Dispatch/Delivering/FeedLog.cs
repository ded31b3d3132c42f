namespace Hotline.Dispatch.Delivering;

/// <summary>Log messages of the department feed.</summary>
internal static partial class FeedLog
{
    [LoggerMessage(4201, LogLevel.Warning, "The department feed could not be published; it is tried again")]
    public static partial void PublishingFailed(this ILogger log, Exception fault);

    [LoggerMessage(4202, LogLevel.Warning, "The queue of department {Department} did not take an event ({Result}); it is left alone for a while")]
    public static partial void DepartmentPaused(this ILogger log, string department, Publishing result);

    [LoggerMessage(4203, LogLevel.Information, "The queues and users of {Departments} departments are in place")]
    public static partial void Provisioned(this ILogger log, int departments);

    [LoggerMessage(4204, LogLevel.Warning, "The queues of the departments could not be set up; it is tried again")]
    public static partial void ProvisioningFailed(this ILogger log, Exception fault);

    [LoggerMessage(4205, LogLevel.Information, "The feed password of department {Department} was rotated by {Actor}")]
    public static partial void Rotated(this ILogger log, string department, string actor);
}
