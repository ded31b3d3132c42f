using Hotline.Launcher;
using Hotline.Load.Faults;
using Hotline.TestKit;

namespace Hotline.Faults.Running;

public sealed class When_everything_goes_wrong(ITestOutputHelper output)
{
    /// <summary>One that is known; <c>./hotline faults</c> takes others.</summary>
    private const int Seed = 8890;

    [Fact]
    public async Task Nothing_is_lost_nothing_is_done_twice_and_nothing_is_wrong()
    {
        // In the clone, so that the logs of a run that failed are still there.
        var place = new Place(Repository.Root, Path.Combine(Repository.Root, ".data", "tests"), 0);
        var report = await FaultRun.RunAsync(place, new FaultSettings(Seed, FaultSettings.ShortDuration, Short: true), output.WriteLine);

        Assert.True(report.Holds, string.Join('\n', report.Findings));
        Assert.True(report.Acknowledged > 0);
        Assert.True(report.Kills > 0);
        Assert.Null(report.NotDrained);
    }
}
