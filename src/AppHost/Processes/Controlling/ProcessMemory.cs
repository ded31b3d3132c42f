using System.Globalization;

namespace Hotline.AppHost.Processes.Controlling;

/// <summary>
/// Proportional memory from /proc: pages that several processes share are counted once in all, so PostgreSQL's buffers do
/// not appear once per session.
/// </summary>
internal static class ProcessMemory
{
    private const int KilobytesPerMegabyte = 1024;

    public static int Megabytes(int pid) => (int)(Tree(pid).Sum(Kilobytes) / KilobytesPerMegabyte);

    private static IEnumerable<int> Tree(int pid) => Children(pid).SelectMany(Tree).Prepend(pid);

    private static int[] Children(int pid) =>
        [.. Read($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static long Kilobytes(int pid) =>
        Read($"/proc/{pid}/smaps_rollup").Split('\n')
            .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
            .Select(line => (long)Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]))
            .FirstOrDefault();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A process may end while it is read, and another account's may be closed to us.</summary>
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
