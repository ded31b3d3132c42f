using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Hotline.Contracts.Cases;

namespace Hotline.Ledger.Secrets;

/// <summary>Encrypts the personal data of one case: AES-256-GCM, bound to case and version.</summary>
public sealed class DataKey
{
    // Format 1: AES-256-GCM, 12-byte nonce, 16-byte tag. Another algorithm (SM4) gets another number.
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] _key;

    private DataKey(byte[] key) => _key = key;

    /// <summary>A fresh key and its wrapped form for <c>cases.case_key</c>.</summary>
    public static (DataKey Key, WrappedKey Wrapped) Create(CaseId caseId, MasterKeys masters)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = Encrypt(masters[masters.Current], key, Context(caseId, 0));
        return (new DataKey(key), new WrappedKey(masters.Current, wrapped));
    }

    /// <summary>The key of a stored case.</summary>
    public static DataKey Unwrap(CaseId caseId, WrappedKey wrapped, MasterKeys masters) =>
        new(Decrypt(masters[wrapped.MasterKey], wrapped.Bytes, Context(caseId, 0)));

    /// <summary>Seals personal data for one event.</summary>
    public byte[] Seal(CaseId caseId, int version, CaseSecrets secrets) =>
        Encrypt(_key, JsonSerializer.SerializeToUtf8Bytes(secrets, CaseJson.Options), Context(caseId, version));

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, or belong to another event.</exception>
    public CaseSecrets Open(CaseId caseId, int version, byte[] sealedBytes) =>
        JsonSerializer.Deserialize<CaseSecrets>(Decrypt(_key, sealedBytes, Context(caseId, version)), CaseJson.Options)!;

    /// <summary>Seals the content of a file of the case.</summary>
    public byte[] SealFile(CaseId caseId, Guid file, ReadOnlySpan<byte> content) => Encrypt(_key, content, Context(caseId, file));

    /// <summary>Opens what <see cref="SealFile"/> made.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, or belong to another file.</exception>
    public byte[] OpenFile(CaseId caseId, Guid file, byte[] sealedBytes) => Decrypt(_key, sealedBytes, Context(caseId, file));

    private static byte[] Context(CaseId caseId, Guid file) => [.. caseId.Value.ToByteArray(), .. file.ToByteArray()];

    private static byte[] Context(CaseId caseId, int version)
    {
        var context = new byte[20];
        caseId.Value.TryWriteBytes(context);
        BinaryPrimitives.WriteInt32BigEndian(context.AsSpan(16), version);
        return context;
    }

    private static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> clear, byte[] context)
    {
        var output = new byte[1 + NonceSize + TagSize + clear.Length];
        output[0] = Format;
        var nonce = output.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, clear, output.AsSpan(1 + NonceSize + TagSize), output.AsSpan(1 + NonceSize, TagSize), context);
        return output;
    }

    private static byte[] Decrypt(byte[] key, byte[] input, byte[] context)
    {
        if (input.Length < 1 + NonceSize + TagSize || input[0] != Format)
            throw new CryptographicException("Sealed data of an unknown format.");
        var clear = new byte[input.Length - 1 - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(input.AsSpan(1, NonceSize), input.AsSpan(1 + NonceSize + TagSize), input.AsSpan(1 + NonceSize, TagSize), clear, context);
        return clear;
    }
}

/// <summary>A data key as stored: which master key wrapped it, and the bytes.</summary>
public sealed record WrappedKey(short MasterKey, byte[] Bytes);
