using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>The first version at which the chain breaks, or null when it holds.</summary>
    public static int? FirstBreak(IEnumerable<LedgerRow> rowsInOrder)
    {
        var previous = Start;
        var expected = 1;
        foreach (var row in rowsInOrder)
        {
            if (row.Version != expected++ || !Next(previous, row).AsSpan().SequenceEqual(row.Hash))
                return row.Version;
            previous = row.Hash;
        }
        return null;
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
