using System.Globalization;
using Hotline.Architecture.Tests.Reading;

namespace Hotline.Architecture.Tests.Ratchets;

/// <summary>Debts that exist are listed in a file and may only shrink; new ones are refused.</summary>
/// <param name="Name">Name of the file in this folder.</param>
internal sealed record Ratchet(string Name)
{
    private string FullPath => Path.Combine(Repository.Root, "tests", "Architecture.Tests", "Ratchets", Name + ".txt");

    /// <summary>Compares the debts of today with those on the list; with HOTLINE_ACCEPT_GOLDEN=1 takes paid ones off, never new ones on.</summary>
    public void Hold(IReadOnlyDictionary<string, int> today)
    {
        var listed = Listed();
        var grown = today.Where(debt => debt.Value > listed.GetValueOrDefault(debt.Key)).Select(debt => $"{debt.Key} {debt.Value}").ToList();
        Assert.True(grown.Count == 0, $"New in {Name} (repair it; an exception is added to the list by hand, with its reason):\n  {string.Join("\n  ", grown)}");

        if (Environment.GetEnvironmentVariable("HOTLINE_ACCEPT_GOLDEN") == "1")
            Write(today);
        var paid = Listed().Where(debt => debt.Value > today.GetValueOrDefault(debt.Key)).Select(debt => debt.Key).ToList();
        Assert.True(paid.Count == 0, $"Better than {Name} says; run once with HOTLINE_ACCEPT_GOLDEN=1 and commit:\n  {string.Join("\n  ", paid)}");
    }

    private Dictionary<string, int> Listed() => Lines().Where(line => !line.StartsWith('#') && line.Length > 0)
        .Select(line => line.Split('#')[0].TrimEnd().Split(' '))
        .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));

    private string[] Lines() => File.ReadAllLines(FullPath);

    private void Write(IReadOnlyDictionary<string, int> today) => File.WriteAllLines(FullPath, Lines()
        .Where(line => line.StartsWith('#') || line.Length == 0 || today.ContainsKey(line.Split(' ')[0]))
        .Select(line => line.StartsWith('#') || line.Length == 0 ? line : Lowered(line, today)));

    private static string Lowered(string line, IReadOnlyDictionary<string, int> today)
    {
        var parts = line.Split(' ', 3);
        return string.Join(' ', [parts[0], today[parts[0]].ToString(CultureInfo.InvariantCulture), .. parts[2..]]);
    }
}
