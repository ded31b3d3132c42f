using System.Globalization;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Hotline.Identity.Keys;

/// <summary>RSA keys of one purpose as PEM files named by the time they were made, readable by their owner only. The newest signs; the one before
/// it stays, so that what it signed is still believed after a rotation.</summary>
internal sealed class KeyFolder(string folder, TimeProvider clock)
{
    private const int Kept = 2;
    private const int Bits = 2048;
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The keys to use, the newest first. Makes one when there is none or the newest is too old.</summary>
    public IReadOnlyList<RsaSecurityKey> Keys(string purpose, TimeSpan lifetime)
    {
        var files = Files(purpose);
        if (files.Count == 0 || clock.GetUtcNow() - MadeAt(files[0], purpose) > lifetime)
            Make(purpose);
        files = Files(purpose);
        foreach (var old in files.Skip(Kept))
            File.Delete(old);
        return [.. files.Take(Kept).Select(Read)];
    }

    private List<string> Files(string purpose) =>
        [.. Directory.EnumerateFiles(folder, purpose + "-*.pem").OrderDescending(StringComparer.Ordinal)];

    private static DateTimeOffset MadeAt(string file, string purpose) => DateTimeOffset.ParseExact(
        Path.GetFileNameWithoutExtension(file)[(purpose.Length + 1)..], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private void Make(string purpose)
    {
        using var rsa = RSA.Create(Bits);
        var name = $"{purpose}-{clock.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture)}.pem";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Under its final name only when complete: a crash half-way must not leave a key that nobody can read.
        var draft = Path.Combine(folder, name + ".draft");
        using (var writer = new StreamWriter(draft, options))
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        File.Move(draft, Path.Combine(folder, name), overwrite: true);
    }

    private static RsaSecurityKey Read(string file)
    {
        // Lives as long as the process.
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(file));
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }
}
