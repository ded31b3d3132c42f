using System.Security.Cryptography;
using System.Text;

namespace Hotline.Launcher.Importing;

/// <summary>
/// The same row gets the same key in every run, whatever was imported in between; two rows that say the same and have no id
/// are told apart by how often that was said before.
/// </summary>
internal sealed class IdempotencyKeys(string source)
{
    private readonly Dictionary<string, int> _seen = [];

    public string Of(string row)
    {
        var earlier = _seen.GetValueOrDefault(row);
        _seen[row] = earlier + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\u001e{row}\u001e{earlier}"));
        return $"import-{Convert.ToHexStringLower(hash)[..40]}";
    }
}
