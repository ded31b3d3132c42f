using System.Security.Cryptography;

namespace Hotline.Servers.Launching;

/// <summary>Secrets made at the first start, a file each that only its owner can read.</summary>
public sealed class SecretBook(string folder)
{
    private const int Bytes = 32;

    private readonly Lock _lock = new();

    /// <summary>Base64, or hexadecimal where the secret sits in an address.</summary>
    public string Of(string name)
    {
        var path = Path.Combine(folder, name);
        lock (_lock)
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (!File.Exists(path))
            {
                Write(path, name.EndsWith("-key", StringComparison.Ordinal)
                    ? Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))
                    : RandomNumberGenerator.GetHexString(Bytes, lowercase: true));
            }

            return File.ReadAllText(path);
        }
    }

    /// <summary>Complete or not at all: a half secret would lock us out of our own servers.</summary>
    private static void Write(string path, string secret)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(secret);
        }

        File.Move(draft, path);
    }
}
