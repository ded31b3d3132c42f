namespace Hotline.Ledger.Relaying;

/// <summary>How the relay works. Section <c>Relay</c>.</summary>
public sealed class RelayOptions
{
    /// <summary>Entries read and published at once. Default 500.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How long the relay lets events gather between two batches that are not full: a read, a confirm and a checkpoint cost the same for one as for many. Default 25 ms.</summary>
    public TimeSpan Gathering { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>How often shards that another relay holds are tried again. Default 1 s.</summary>
    public TimeSpan TakeOverInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest sleep between looks at the ledger, for entries of other processes. Default 250 ms.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A publish without confirm after this long counts as unknown and is repeated. Default 10 s.</summary>
    public TimeSpan PublishDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Wait after a failure, doubled up to 10 s. Default 250 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(250);
}
