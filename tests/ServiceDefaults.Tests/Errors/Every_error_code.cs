using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.ServiceDefaults.Tests.Errors;

/// <summary>Reads the sources of all processes: a code that no text explains would reach a citizen as a bare word.</summary>
public sealed partial class Every_error_code
{
    private static readonly string Source = Path.Combine(Root(), "src");

    private static readonly string[] Files = [.. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

    private static readonly Dictionary<string, JsonElement> Texts = Directory
        .EnumerateFiles(Source, "Texts.json", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "Errors")
        .SelectMany(path => JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateObject())
        .GroupBy(entry => entry.Name).ToDictionary(group => group.Key, group => group.First().Value);

    public static TheoryData<string> Codes => [.. Files.SelectMany(CodesIn).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Has_a_text_in_both_languages(string code)
    {
        Assert.True(Texts.TryGetValue(code, out var languages), $"'{code}' has no text in any Errors/Texts.json.");
        Assert.All(Language.All, language => Assert.NotEmpty(languages.GetProperty(language).GetProperty("title").GetString()!));
    }

    [Fact]
    public void Is_a_literal_where_the_error_is_made()
    {
        var unreadable = Files.Where(file => Path.GetFileName(file) is not ("Error.cs" or "ProblemMapping.cs"))
            .SelectMany(file => Made().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"))
            .Where(made => !Code().IsMatch(made));
        Assert.Empty(unreadable);
    }

    [Fact]
    public void Is_found_at_all() => Assert.Contains("role-missing", Codes.Select(row => row.Data));

    private static IEnumerable<string> CodesIn(string file) => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value);

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = Directory.GetParent(here);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests are not inside the repository.");
    }

    // The ways to make one: new(ErrorKind.X, "code"…), Error.Invalid("field", "code"…), new Problem(status, "code").
    [GeneratedRegex("""(?:\(ErrorKind\.\w+,|Error\.Invalid\([^,()]+,|new(?: Problem)?\(StatusCodes\.\w+,)\s*"(?<code>[a-z0-9-]+)"(?=[,)\s])""", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex("""(?:\(ErrorKind\.\w+,|Error\.Invalid\([^,()]+,|new Problem\(StatusCodes\.\w+,)\s*[^,)]+[,)]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Made();
}
