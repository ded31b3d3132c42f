namespace Hotline.Cases.Filing;

/// <summary>What kind of file something is, by its first bytes: what its name or its sender says proves nothing.</summary>
internal static class FileKinds
{
    // Signatures: PNG (RFC 2083), JPEG (ITU-T T.81), PDF (ISO 32000-1), RIFF/WebP, ISO BMFF (ISO/IEC 14496-12), ZIP containers of OOXML.
    private static readonly (string Type, int Offset, byte[] Signature)[] Known =
    [
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("application/pdf", 0, "%PDF-"u8.ToArray()),
        ("image/webp", 8, "WEBP"u8.ToArray()),
        ("video/mp4", 4, "ftyp"u8.ToArray()),
        ("application/vnd.openxmlformats-officedocument", 0, [0x50, 0x4B, 0x03, 0x04]),
    ];

    /// <summary>The kinds that are taken, for people.</summary>
    public static string All { get; } = string.Join(", ", Known.Select(one => one.Type));

    /// <summary>The media type of a content, or null when it is none that is taken.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (type, offset, signature) in Known)
        {
            if (content.Length >= offset + signature.Length && content[offset..].StartsWith(signature))
                return type.StartsWith("application/vnd.", StringComparison.Ordinal) && !IsDocument(content) ? null : type;
        }

        return null;
    }

    // A ZIP file is taken only as a document of an office program: its first parts say so.
    private static bool IsDocument(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 4096)].IndexOf("[Content_Types].xml"u8) >= 0;
}
