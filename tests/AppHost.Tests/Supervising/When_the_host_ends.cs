using Hotline.TestKit;

namespace Hotline.AppHost.Tests.Supervising;

public sealed class When_the_host_ends
{
    private static readonly string _sample = Repository.Program("tests/AppHost.Sample");

    [Fact]
    public async Task Stops_everything_in_reverse_order()
    {
        using var host = HostProcess.Launch("stopped", _sample, "host");
        await host.ReadyAsync();

        Assert.Equal(0, await host.StopAsync());

        Assert.Empty(Processes.In(host.Data));
        Assert.Contains("database system is shut down", host.Log("postgres"), StringComparison.Ordinal);
        Assert.True(LastLine(host, "beta") <= LastLine(host, "alpha"), "beta ends before alpha");
        Assert.True(LastLine(host, "alpha") <= LastLine(host, "postgres"), "alpha ends before postgres");
    }

    /// <summary>The proof that a crash of the host orphans nothing: database, broker with its own daemons, services.</summary>
    [Fact]
    public async Task Leaves_nothing_behind_when_it_is_killed()
    {
        using var host = HostProcess.Launch("killed-host", _sample, "host", "rabbit=true");
        await host.ReadyAsync();
        Assert.Contains(Processes.In(host.Data), command => command.Contains("beam", StringComparison.Ordinal));

        await host.KillAsync();

        await Processes.UntilAsync(() => Processes.In(host.Data).Count == 0, () => string.Join('\n', Processes.In(host.Data)));
        Assert.False(File.Exists(Path.Combine(host.Data, "postgres", "data", "postmaster.pid")), "PostgreSQL was stopped, not killed");
    }

    [Fact]
    public async Task Starts_again_on_the_same_ports_after_it_was_killed()
    {
        using var host = HostProcess.Launch("again", _sample, "host");
        await host.ReadyAsync();
        var before = await host.StatusAsync("postgres");
        await host.KillAsync();

        host.LaunchAgain();
        await host.UntilAsync(status => status.Processes.All(process => process.IsReady));

        var after = await host.StatusAsync("postgres");
        Assert.NotEqual(before.Pid, after.Pid);
        Assert.Equal(before.Port, after.Port);
        Assert.Equal(0, await host.StopAsync());
    }

    private static DateTimeOffset LastLine(HostProcess host, string process) => DateTimeOffset.Parse(
        host.Log(process).TrimEnd().Split('\n')[^1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
