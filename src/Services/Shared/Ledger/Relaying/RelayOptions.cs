namespace Hotline.Ledger.Relaying;

/// <summary>How the relay works. Section <c>Relay</c>.</summary>
public sealed class RelayOptions
{
    /// <summary>Entries read and published at once. Default 500.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>Longest sleep of a shard between looks at the ledger, for entries of other processes. Default 250 ms.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A publish without confirm after this long counts as unknown and is repeated. Default 10 s.</summary>
    public TimeSpan PublishDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Wait after a failure, doubled up to 10 s. Default 250 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(250);
}
