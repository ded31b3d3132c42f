using System.Text.RegularExpressions;
using Hotline.TestKit;

namespace Hotline.Scenarios;

/// <summary>A Hotline of its own in a city where urgent matters are late within a minute: what the ladder does is seen by waiting.</summary>
public sealed partial class ImpatientCity : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("impatient-").FullName;
    private HotlineInstance? _hotline;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.DemoCity, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Repository.DemoCity, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var clocks = Path.Combine(_folder, "clocks.yaml");
        var quick = Sign().Replace(await File.ReadAllTextAsync(clocks), "${head}1 min");
        await File.WriteAllTextAsync(clocks, Rung().Replace(quick, "${head}${level} min"));
        _hotline = await HotlineInstance.StartAsync("impatient", $"HOTLINE_CITY={_folder}");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public async Task<Person> As(string who) => new(await _hotline!.ClientAsync(who));

    [GeneratedRegex("(?<head>^  sign: \\{ urgent: )30 min", RegexOptions.Multiline)]
    private static partial Regex Sign();

    [GeneratedRegex("(?<head>act: supervise, level: (?<level>\\d), after: )\\d working days?", RegexOptions.Multiline)]
    private static partial Regex Rung();
}
