using Hotline.TestKit;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>Permissions.txt: lines × people.</summary>
internal sealed class PermissionTable
{
    private readonly string[][] _lines;

    private PermissionTable(string[][] lines) => _lines = lines;

    public IReadOnlyList<string> People => _lines[0][1..];

    public IReadOnlyList<string> Lines => [.. _lines.Skip(1).Select(line => line[0])];

    public static PermissionTable Read() => new(
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Cases.Tests", "Deciding", "Permissions.txt"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])]);

    /// <summary><c>yes</c>, <c>desk</c> or <c>-</c>.</summary>
    public string Cell(string line, string person) =>
        _lines.Single(one => one[0] == line)[1 + People.ToList().IndexOf(person)];
}
