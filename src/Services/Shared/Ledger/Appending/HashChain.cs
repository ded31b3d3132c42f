using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hotline.Contracts.Cases;

namespace Hotline.Ledger.Appending;

/// <summary>Each entry carries the hash of the one before: a changed or missing entry shows.</summary>
public static class HashChain
{
    /// <summary>What the first entry of a case is chained to.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash of a row whose <see cref="LedgerRow.Hash"/> is not set yet.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, LedgerRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Span<byte> fixedPart = stackalloc byte[16 + 4 + 8 + 16];
        row.CaseId.TryWriteBytes(fixedPart);
        BinaryPrimitives.WriteInt32BigEndian(fixedPart[16..], row.Version);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[20..], row.At.UtcTicks);
        row.Operation.TryWriteBytes(fixedPart[28..]);
        hash.AppendData(fixedPart);
        Append(hash, Encoding.UTF8.GetBytes(row.Type));
        Append(hash, Encoding.UTF8.GetBytes(row.Actor));
        Append(hash, Encoding.UTF8.GetBytes(row.Data));
        Append(hash, row.Sealed ?? []);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash at the end of a chain over the rows, whatever hashes they were stored with.</summary>
    public static byte[] Over(IEnumerable<LedgerRow> rowsInOrder) => rowsInOrder.Aggregate(Start, (previous, row) => Next(previous, row));

    /// <summary>The first version at which the chain breaks, or null when it holds.</summary>
    /// <remarks>Entries before an erasure have lost the words they were hashed with; the entry that erased them carries the chain over what was left.</remarks>
    public static int? FirstBreak(IReadOnlyList<LedgerRow> rowsInOrder)
    {
        var erased = ErasedBefore(rowsInOrder);
        var previous = Start;
        for (var i = 0; i < rowsInOrder.Count; i++)
        {
            var row = rowsInOrder[i];
            if (row.Version != i + 1 || i >= erased && !Next(previous, row).AsSpan().SequenceEqual(row.Hash))
                return row.Version;
            previous = row.Hash;
        }
        return erased == 0 || Convert.ToHexStringLower(Over(rowsInOrder.Take(erased))) == ChainOf(rowsInOrder[erased]) ? null : 1;
    }

    // How many entries, from the first, lost their words.
    private static int ErasedBefore(IReadOnlyList<LedgerRow> rows) =>
        Math.Max(0, rows.ToList().FindLastIndex(row => row.Type == nameof(CitizenErased)));

    private static string? ChainOf(LedgerRow erasing)
    {
        using var happened = JsonDocument.Parse(erasing.Data);
        return happened.RootElement.TryGetProperty("chain", out var chain) ? chain.GetString() : null;
    }

    // The length in front keeps "ab"+"c" and "a"+"bc" apart.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
