using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hotline.Contracts.Cases;

namespace Hotline.GrainContracts.Cases;

/// <summary>Ids that come out the same whenever the same thing is attempted again.</summary>
public static class Operation
{
    /// <summary>The operation id with which a consumer answers one event: a redelivered event repeats the same act.</summary>
    public static Guid IdFor(string consumer, CaseId caseId, int version)
    {
        Span<byte> tail = stackalloc byte[20];
        caseId.Value.TryWriteBytes(tail);
        BinaryPrimitives.WriteInt32BigEndian(tail[16..], version);
        return Derive(consumer, tail);
    }

    /// <summary>The id behind a client's idempotency key; keys of different clients never meet.</summary>
    public static Guid IdFor(string client, string idempotencyKey) => Derive(client, Encoding.UTF8.GetBytes(idempotencyKey));

    private static Guid Derive(string scope, ReadOnlySpan<byte> rest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(scope));
        hash.AppendData([0]);
        hash.AppendData(rest);
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        // RFC 9562 version 8: a custom, hash-based UUID.
        digest[6] = (byte)(digest[6] & 0x0F | 0x80);
        digest[8] = (byte)(digest[8] & 0x3F | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }
}
