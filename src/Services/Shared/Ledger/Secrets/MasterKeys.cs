using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Hotline.Ledger.Secrets;

/// <summary>The city's master keys, in a file of the data folder that only its owner can read. The newest wraps; all unwrap.</summary>
public sealed class MasterKeys
{
    private readonly SortedDictionary<short, byte[]> _keys;

    /// <summary>Keys from elsewhere, for example a vault.</summary>
    public MasterKeys(IDictionary<short, byte[]> keys) => _keys = new SortedDictionary<short, byte[]>(keys);

    /// <summary>Id of the key that wraps new data keys.</summary>
    public short Current => _keys.Keys.Last();

    /// <summary>The key with an id.</summary>
    /// <exception cref="KeyNotFoundException">The ledger was written under a key this installation does not have.</exception>
    public byte[] this[short id] => _keys[id];

    /// <summary>A key for one purpose other than wrapping, derived from the first master key (HKDF, RFC 5869).</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _keys.First().Value, 32, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    /// <summary>Reads <c>Hotline:DataFolder</c>/ledger/master-keys.json, making it at the first start.</summary>
    public static MasterKeys Load(IConfiguration configuration)
    {
        var folder = configuration["Hotline:DataFolder"]
            ?? throw new InvalidOperationException("Hotline:DataFolder is not set: there is no place to keep the master key.");
        return LoadOrCreate(Path.Combine(folder, "ledger", "master-keys.json"));
    }

    internal static MasterKeys LoadOrCreate(string path)
    {
        if (!File.Exists(path))
            Create(path);
        var keys = JsonSerializer.Deserialize<Dictionary<short, byte[]>>(File.ReadAllBytes(path));
        return keys is { Count: > 0 } ? new MasterKeys(keys) : throw new InvalidOperationException($"{path} holds no key.");
    }

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
            JsonSerializer.Serialize(file, new Dictionary<short, byte[]> { [1] = RandomNumberGenerator.GetBytes(32) });
        // Services start together: whoever moves first made the key, the others use it.
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
