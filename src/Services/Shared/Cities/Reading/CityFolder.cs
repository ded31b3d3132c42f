using System.Text;

namespace Hotline.Cities.Reading;

/// <summary>The files of a city, and the faults found in them.</summary>
internal sealed class CityFolder(string path, Faults faults)
{
    // Throwing, because a table saved in GB18030 by a spreadsheet must be named, not read as question marks.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Faults Faults => faults;

    public StringReader? Open(string file)
    {
        var full = Path.Combine(path, file);
        if (!File.Exists(full))
        {
            faults.Add(new Position(file, 1), "the file is missing");
            return null;
        }

        try
        {
            return new StringReader(File.ReadAllText(full, StrictUtf8));
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new Position(file, 1), "the file is not UTF-8");
            return null;
        }
    }

    public IEnumerable<string> FilesIn(string subfolder, string pattern) =>
        Directory.Exists(Path.Combine(path, subfolder))
            ? Directory.EnumerateFiles(Path.Combine(path, subfolder), pattern)
                .Select(file => $"{subfolder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)
            : [];
}
