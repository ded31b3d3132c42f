using System.Diagnostics;

namespace Hotline.Dispatch.Tests.Hosting;

/// <summary>Waits for a fact, never for a time: asks until it holds, and fails after a deadline that a healthy run never nears.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task Holds(string fact, Func<Task<bool>> asked)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await asked())
        {
            if (Stopwatch.GetElapsedTime(started) > Deadline)
                Assert.Fail($"Not within {Deadline.TotalSeconds} s: {fact}");
            await Task.Delay(20);
        }
    }
}
