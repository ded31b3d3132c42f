using System.Globalization;
using System.Security.Cryptography;

namespace Hotline.Servers.Launching;

/// <summary>A block of ports that this process alone chooses from: a locked file says so, and the lock ends with the process.</summary>
public sealed class PortBlock
{
    private const int First = 20_000;
    private const int Last = 32_000;
    private const int Size = 50;

    private static readonly string _folder = Path.Combine(Path.GetTempPath(), $"hotline-ports-{Environment.UserName}");

    // Held open for the life of the process.
    private readonly FileStream _claim;

    private PortBlock(FileStream claim, int first)
    {
        _claim = claim;
        Ports = Enumerable.Range(first, Size);
    }

    public IEnumerable<int> Ports { get; }

    public static PortBlock Claim()
    {
        Directory.CreateDirectory(_folder);
        var blocks = Enumerable.Range(0, (Last - First) / Size).Select(block => First + (block * Size)).ToArray();
        // In any order: whoever knows nothing of the lock, another user or another temporary folder, then seldom meets us.
        RandomNumberGenerator.Shuffle(blocks.AsSpan());
        foreach (var first in blocks)
        {
            try
            {
                var file = Path.Combine(_folder, first.ToString(CultureInfo.InvariantCulture));
                return new PortBlock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), first);
            }
            catch (IOException)
            {
                // Another process chooses from it.
            }
        }

        throw new InvalidOperationException($"No port between {First} and {Last} is free.");
    }
}
