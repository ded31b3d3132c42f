using System.Xml.Linq;
using Hotline.Launcher.Building;

namespace Hotline.Launcher.Testing;

/// <summary>One test program; each runs by itself, so that two never compete for two cores.</summary>
internal sealed record TestProject(string Root, string Folder)
{
    /// <summary>A project that takes longer hangs.</summary>
    private const string Limit = "15m";

    private const int NothingRan = 8;

    public string Name => Path.GetFileName(Folder);

    private string Program => Path.Combine(Folder, "bin", Build.Configuration, "net10.0", $"Hotline.{Name}.dll");

    private string Results => Path.Combine(Root, "TestResults");

    /// <summary>A program is a test program when the test platform lies beside it.</summary>
    public static IEnumerable<TestProject> Find(string root) =>
        Directory.GetDirectories(Path.Combine(root, "tests"))
            .Order(StringComparer.Ordinal)
            .Select(folder => new TestProject(root, folder))
            .Where(project => File.Exists(Path.Combine(project.Folder, $"{project.Name}.csproj")))
            .Where(project => File.Exists(Path.Combine(Path.GetDirectoryName(project.Program)!, "Microsoft.Testing.Platform.dll")));

    public async Task<TestCount> RunAsync()
    {
        Console.WriteLine();
        Say.Step($"{Name}");
        var report = Path.Combine(Results, $"{Name}.trx");
        Directory.CreateDirectory(Results);
        File.Delete(report);
        var code = await Tools.RunAsync("dotnet",
        [
            Program, "--report-trx", "--report-trx-filename", Path.GetFileName(report), "--results-directory", Results,
            "--timeout", Limit, "--no-ansi", "--progress", "off",
        ], Root);
        return Count(report, code);
    }

    /// <summary>A program that ended badly without a failed test has failed all the same.</summary>
    private TestCount Count(string report, int code)
    {
        var count = File.Exists(report) ? TestCount.OfReport(XDocument.Load(report)) : new TestCount(0, 0, 0);
        if (code == 0 || count.Failed > 0)
        {
            return count;
        }

        Say.Step($"{Name} {(code == NothingRan ? "ran no test" : $"ended with exit code {code}")}; that counts as a failure.");
        return count with { Failed = 1 };
    }
}
