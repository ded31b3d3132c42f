namespace Hotline.Escalation.Scanning;

/// <summary>How deadlines are watched. Section <c>Scanner</c>.</summary>
public sealed class ScannerOptions
{
    /// <summary>Pause between two looks at the table when the last one found little. Default 1 s.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Deadlines taken at once, and acted on at once. Default 100.</summary>
    public int Batch { get; set; } = 100;

    /// <summary>A case that has not answered for this long is asked again later. Default 10 s.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a taken deadline is left to its scanner; after that another one takes it over. More than <see cref="AnswerWithin"/>. Default 20 s.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest pause before a step that failed is tried again; pauses double from one second. Default 30 s.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(30);
}
