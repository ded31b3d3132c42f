using System.Text;

namespace Hotline.Cases.Filing;

/// <summary>What kind of file something is, by its first bytes: what its name or its sender says proves nothing.</summary>
internal static class FileKinds
{
    // Signatures: PNG (RFC 2083), JPEG (ITU-T T.81), PDF (ISO 32000-1), ZIP containers of OOXML.
    private static readonly (string Type, byte[] Signature)[] Known =
    [
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("application/pdf", "%PDF-"u8.ToArray()),
        (Office, [0x50, 0x4B, 0x03, 0x04]),
    ];

    // Of ISO base media (ISO/IEC 14496-12, 23008-12; QuickTime): the major brand says which it is.
    private static readonly (string Type, string[] Brands)[] Media =
    [
        ("image/heic", ["heic", "heix", "heim", "heis", "mif1"]),
        ("video/quicktime", ["qt  "]),
        ("video/mp4", ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "3gp4", "3gp5", "3gp6"]),
    ];

    private const string Office = "application/vnd.openxmlformats-officedocument", Webp = "image/webp";

    /// <summary>The kinds that are taken, for people.</summary>
    public static string All { get; } = string.Join(", ", Known.Select(one => one.Type).Concat(Media.Select(one => one.Type)).Append(Webp));

    /// <summary>The media type of a content, or null when it is none that is taken.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (type, signature) in Known)
        {
            if (content.StartsWith(signature))
                return type == Office && !IsDocument(content) ? null : type;
        }

        // Both carry their names behind a length.
        if (content.Length < 12)
            return null;
        if (content[4..].StartsWith("ftyp"u8))
        {
            var brand = Encoding.ASCII.GetString(content[8..12]);
            return Media.FirstOrDefault(one => one.Brands.Contains(brand)).Type;
        }
        return content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? Webp : null;
    }

    // A ZIP file is taken only as a document of an office program: its first parts say so.
    private static bool IsDocument(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 4096)].IndexOf("[Content_Types].xml"u8) >= 0;
}
