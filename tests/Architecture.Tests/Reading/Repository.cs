using Microsoft.CodeAnalysis.CSharp;

namespace Hotline.Architecture.Tests.Reading;

/// <summary>The sources these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Built = ["bin", "obj"];

    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Every project, of the product and of its tests.</summary>
    public static IReadOnlyList<Project> Projects { get; } = [.. Files("*.csproj").Select(Project.Read).OrderBy(project => project.Name, StringComparer.Ordinal)];

    /// <summary>Every C# file, parsed.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } = [.. Files("*.cs").Select(path =>
        new SourceFile(Relative(path), CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetCompilationUnitRoot())).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Files(string pattern) => new[] { "src", "tests" }
        .SelectMany(part => Directory.EnumerateFiles(Path.Combine(Root, part), pattern, SearchOption.AllDirectories))
        .Where(path => !Relative(path).Split('/').Intersect(Built).Any());

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException($"{AppContext.BaseDirectory} lies in no folder with Hotline.sln."),
        _ when File.Exists(Path.Combine(folder.FullName, "Hotline.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
