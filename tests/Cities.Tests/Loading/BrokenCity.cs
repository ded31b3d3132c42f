namespace Hotline.Cities.Tests.Loading;

/// <summary>A copy of the demo city in which lines can be spoiled.</summary>
internal sealed class BrokenCity : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-city-").FullName;

    public BrokenCity()
    {
        foreach (var file in Directory.EnumerateFiles(DemoFolder.Path, "*", SearchOption.AllDirectories))
        {
            var copy = In(Path.GetRelativePath(DemoFolder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Replaces the first occurrence of a text and answers the line it began in.</summary>
    public int Replace(string file, string text, string by)
    {
        var content = File.ReadAllText(In(file));
        var at = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{text}' is not in {file}");
        File.WriteAllText(In(file), string.Concat(content.AsSpan(0, at), by, content.AsSpan(at + text.Length)));
        return content.AsSpan(0, at).Count('\n') + 1;
    }

    /// <summary>Removes every line that contains a text.</summary>
    public void RemoveLines(string file, string text) =>
        File.WriteAllLines(In(file), File.ReadAllLines(In(file)).Where(line => !line.Contains(text, StringComparison.Ordinal)));

    public void Delete(string file) => File.Delete(In(file));

    public void Write(string file, byte[] content) => File.WriteAllBytes(In(file), content);

    /// <summary>The line of the original that begins with a text.</summary>
    public int LineOf(string file, string start) =>
        Array.FindIndex(File.ReadAllLines(In(file)), line => line.StartsWith(start, StringComparison.Ordinal)) + 1;

    public City Load() => City.Load(_folder);

    public string[] Faults() => [.. Assert.Throws<CityDataException>(Load).Faults.Select(fault => fault.ToString())];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string file) => Path.Combine(_folder, file);
}
