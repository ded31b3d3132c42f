namespace Hotline.Ledger.Relaying;

/// <summary>Where an entry stands in the order in which the ledger is read: by the transaction that wrote it, then by its place within.</summary>
/// <remarks>The place alone will not do: it and the number of the transaction are given out by two counters, so that of two transactions that write at
/// once the older may have the later place. Read by place, the younger one's entry would lie behind a checkpoint by the time it commits.</remarks>
/// <param name="Transaction">PostgreSQL's 64-bit transaction id.</param>
/// <param name="Position">Place of the entry in the table.</param>
public readonly record struct LedgerPlace(ulong Transaction, long Position)
{
    /// <summary>Before every entry.</summary>
    public static LedgerPlace Start => default;

    /// <inheritdoc />
    public override string ToString() => $"{Transaction}/{Position}";
}
