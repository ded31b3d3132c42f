using System.Text;
using UtfUnknown;

namespace Hotline.Launcher.Importing;

/// <summary>Which encoding a file is in. What is valid UTF-8 is UTF-8; of the rest, detection tells Chinese from others.</summary>
internal static class TextEncoding
{
    private const string Chinese = "GB18030";
    private const float Sure = 0.5f;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Of(string path) => OfMark(path) ?? (IsUtf8(path) ? new UTF8Encoding(false) : Detect(path));

    private static Encoding? OfMark(string path)
    {
        Span<byte> start = stackalloc byte[3];
        using var file = File.OpenRead(path);
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start switch
        {
            [0xEF, 0xBB, 0xBF] => new UTF8Encoding(true),
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static bool IsUtf8(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var buffer = new char[64 * 1024];
        try
        {
            while (reader.Read(buffer) > 0)
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding Detect(string path)
    {
        var found = CharsetDetector.DetectFromFile(path).Detected;
        // GB18030 contains GBK and GB2312; a detector names the smallest that fits what it happened to read.
        return found is null || found.Confidence < Sure || found.EncodingName.StartsWith("gb", StringComparison.OrdinalIgnoreCase)
            ? Encoding.GetEncoding(Chinese)
            : found.Encoding ?? Encoding.GetEncoding(Chinese);
    }
}
