using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Launcher.Building;

/// <summary>
/// Tells in milliseconds whether anything that is built has changed since the last build: names, sizes and times of all
/// sources in one hash. A removed file changes it too, which a comparison of times would miss.
/// </summary>
internal static class SourceStamp
{
    private static readonly string[] _outputs = ["bin", "obj", "node_modules", "TestResults"];
    private static readonly string[] _rootFiles =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "NuGet.config", "BannedSymbols.txt", ".editorconfig"];

    public static string Of(string root, params IEnumerable<string> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = folders
            .Select(folder => new DirectoryInfo(Path.Combine(root, folder)))
            .Where(folder => folder.Exists)
            .SelectMany(Sources)
            .Concat(_rootFiles.Select(name => new FileInfo(Path.Combine(root, name))).Where(file => file.Exists));
        foreach (var file in files.OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<FileInfo> Sources(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories()
            .Where(child => !_outputs.Contains(child.Name))
            .SelectMany(Sources));
}
