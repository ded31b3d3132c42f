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

    /// <summary>What the last run wrote.</summary>
    private string Report => Path.Combine(Results, $"{Name}.trx");

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
        Directory.CreateDirectory(Results);
        File.Delete(Report);
        var code = await Tools.RunAsync("dotnet",
        [
            Program, "--report-trx", "--report-trx-filename", Path.GetFileName(Report), "--results-directory", Results,
            "--timeout", Limit, "--no-ansi", "--progress", "off",
        ], Root);
        return Count(code);
    }

    /// <summary>The tests that failed in the last run.</summary>
    public IReadOnlyList<string> Failed() => File.Exists(Report) ? FailedTests.OfReport(XDocument.Load(Report)) : [];

    /// <summary>A program that ended badly without a failed test has failed all the same.</summary>
    private TestCount Count(int code)
    {
        var count = File.Exists(Report) ? TestCount.OfReport(XDocument.Load(Report)) : new TestCount(0, 0, 0);
        if (code == 0 || count.Failed > 0)
        {
            return count;
        }

        Say.Step($"{Name} {(code == NothingRan ? "ran no test" : $"ended with exit code {code}")}; that counts as a failure.");
        return count with { Failed = 1 };
    }
}
