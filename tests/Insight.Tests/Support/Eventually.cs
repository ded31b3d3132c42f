namespace Hotline.Insight.Tests.Support;

/// <summary>Waits for a fact, never for time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(50);

    public static async Task Holds(string what, Func<Task<bool>> asked)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!await asked())
        {
            Assert.False(deadline.IsCancellationRequested, $"Not within {Deadline}: {what}");
            await Task.Delay(Pause);
        }
    }
}
