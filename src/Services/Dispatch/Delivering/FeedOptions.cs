using System.ComponentModel.DataAnnotations;

namespace Hotline.Dispatch.Delivering;

/// <summary>The department feed. Section <c>Dispatch:Feed</c>.</summary>
public sealed class FeedOptions
{
    /// <summary>Section these options are bound to.</summary>
    public const string Section = "Dispatch:Feed";

    /// <summary>Base address of the broker's management API; it creates the vhost, the queues and the users.</summary>
    [Required]
    public Uri ManagementUri { get; set; } = null!;

    /// <summary>Virtual host that departments see; Hotline's own messages live in another.</summary>
    [Required]
    public string VirtualHost { get; set; } = "dept";

    /// <summary>Beginning of each event's CloudEvents <c>type</c>; the event's name and <c>.v1</c> follow.</summary>
    [Required]
    public string TypePrefix { get; set; } = "cn.city.hotline.case";

    /// <summary>Host that departments connect to, when it is not the one that Hotline itself uses.</summary>
    public string? PublicHost { get; set; }

    /// <summary>Port that departments connect to, when it is not the one that Hotline itself uses.</summary>
    public int? PublicPort { get; set; }

    /// <summary>Events a queue holds; a department that does not read for so long keeps its further events in the outbox.</summary>
    [Range(1, int.MaxValue)]
    public int MaxQueueLength { get; set; } = 100_000;

    /// <summary>Deadline of a publish: one without an answer by then counts as unknown and is sent again under the same id.</summary>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the outbox is looked at although nobody said that there is something new.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a department whose queue refused an event is left alone.</summary>
    public TimeSpan RefusalPause { get; set; } = TimeSpan.FromSeconds(5);
}
