namespace Hotline.Ledger.Appending;

/// <summary>Which shard of the relay publishes a case's events. Events of one case stay in one shard, hence in order.</summary>
public static class Shard
{
    /// <summary>Number of shards. Stored with every entry: changing it needs a migration.</summary>
    public const short Count = 8;

    public static short Of(Guid caseId)
    {
        Span<byte> bytes = stackalloc byte[16];
        caseId.TryWriteBytes(bytes);
        return (short)(bytes[15] % Count);
    }
}
