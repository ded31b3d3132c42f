using System.Globalization;
using Hotline.Load.Running;

namespace Hotline.Load.Measuring;

/// <summary>CPU each process of an instance has used since its start, its children included; from /proc.</summary>
internal sealed record ProcessTimes(IReadOnlyDictionary<string, TimeSpan> ByProcess)
{
    /// <summary>Linux counts in hundredths of a second on every architecture .NET runs on.</summary>
    private const int TicksPerSecond = 100;

    /// <summary>Name under which the load generator itself is listed.</summary>
    public const string Generator = "(generator)";

    public TimeSpan Total => ByProcess.Where(entry => entry.Key != Generator).Aggregate(TimeSpan.Zero, (sum, entry) => sum + entry.Value);

    public static async Task<ProcessTimes> ReadAsync(Instance instance)
    {
        var times = (await instance.ProcessesAsync()).Where(process => process.Pid is not null)
            .ToDictionary(process => process.Name, process => OfTree(process.Pid!.Value));
        times["(host)"] = Of(instance.HostPid, withEnded: false);
        times[Generator] = Environment.CpuUsage.TotalTime;
        return new ProcessTimes(times);
    }

    /// <summary>What was used since an earlier reading; a process that was restarted meanwhile counts from its start.</summary>
    public ProcessTimes Since(ProcessTimes earlier) => new(ByProcess.ToDictionary(
        entry => entry.Key,
        entry => entry.Value - earlier.ByProcess.GetValueOrDefault(entry.Key) is var used && used >= TimeSpan.Zero ? used : entry.Value));

    private static TimeSpan OfTree(int pid)
    {
        var sum = Of(pid, withEnded: true);
        foreach (var child in Read($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            sum += OfTree(int.Parse(child, CultureInfo.InvariantCulture));
        }

        return sum;
    }

    // Fields 14–17 of stat: own user and system time, and that of children that have ended. The name before them may hold spaces.
    private static TimeSpan Of(int pid, bool withEnded)
    {
        var stat = Read($"/proc/{pid}/stat");
        if (stat.Length == 0)
        {
            return TimeSpan.Zero;
        }

        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = fields[11..(withEnded ? 15 : 13)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    /// <summary>A process may end while it is read.</summary>
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }
}
