using System.Text.RegularExpressions;
using Hotline.Launcher;

namespace Hotline.Load.Running;

/// <summary>The demo city with two clocks that run out within a minute, so that a run of minutes sees offers expire and cases become late.</summary>
internal static partial class QuickCity
{
    /// <summary>Writes the copy beside the instance's data and answers the setting that selects it.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(Place home)
    {
        var copy = Path.Combine(home.Data, "quick-city");
        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(home.City, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(home.City, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var clocks = Path.Combine(copy, "clocks.yaml");
        var text = File.ReadAllText(clocks);
        File.WriteAllText(clocks, Handle().Replace(Offer().Replace(text, "  offer: { urgent: 1 min, pressing: 1 min, general: 1 min }"), "${head}urgent: 1 min  "));
        return new Dictionary<string, string?>(InstanceSettings.Measured) { ["HOTLINE_CITY"] = copy };
    }

    [GeneratedRegex("^  offer: .*$", RegexOptions.Multiline)]
    private static partial Regex Offer();

    [GeneratedRegex("(?<head>^  handle:\\s*)urgent: [^#\\n]*", RegexOptions.Multiline)]
    private static partial Regex Handle();
}
