using System.Security.Cryptography;
using System.Text;

namespace Hotline.Servers.Controlling;

/// <summary>Where an instance listens for its launcher.</summary>
public static class ControlSocket
{
    /// <summary>Linux allows 107 bytes.</summary>
    private const int Longest = 107;

    /// <param name="data">Full path of the data folder.</param>
    public static string PathFor(string data)
    {
        var path = Path.Combine(data, "control.sock");
        return Encoding.UTF8.GetByteCount(path) <= Longest
            ? path
            : Path.Combine(Path.GetTempPath(), $"hotline-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)))[..16]}.sock");
    }
}
