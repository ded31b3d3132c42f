using Hotline.TestKit;

namespace Hotline.AppHost.Tests.Supervising;

public sealed class When_the_host_runs
{
    private static readonly string _sample = Repository.Program("tests/AppHost.Sample");

    [Fact]
    public async Task Starts_a_process_when_what_it_waits_for_is_ready()
    {
        var gate = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var host = HostProcess.Launch("gated", _sample, "host", $"gate={gate}");
        await host.UntilAsync(status => status.Processes.Single(process => process.Name == "alpha").State == "starting");
        Assert.Equal("running", (await host.StatusAsync("postgres")).State);
        Assert.Equal("waiting", (await host.StatusAsync("beta")).State);

        await File.WriteAllTextAsync(gate, "");
        await host.ReadyAsync();

        File.Delete(gate);
        Assert.Equal(0, await host.StopAsync());
    }

    [Fact]
    public async Task Restarts_what_crashes_and_says_so()
    {
        using var host = HostProcess.Launch("crashing", _sample, "host");
        await host.ReadyAsync();
        var before = await host.StatusAsync("beta");

        await CrashAsync(host.Port);
        await host.UntilAsync(status => status.Processes.Single(process => process.Name == "beta") is { IsReady: true, Restarts: 1 });

        Assert.NotEqual(before.Pid, (await host.StatusAsync("beta")).Pid);
        Assert.Contains("exit code 3", host.Log("beta"), StringComparison.Ordinal);
        Assert.Equal(0, (await host.StatusAsync("alpha")).Restarts);
        await host.StopAsync();
    }

    [Fact]
    public async Task Keeps_a_process_down_that_was_stopped_until_it_is_started()
    {
        using var host = HostProcess.Launch("paused", _sample, "host");
        await host.ReadyAsync();

        await host.StopAsync("alpha");
        await host.UntilAsync(status => status.Processes.Single(process => process.Name == "alpha") is { State: "stopped", Pid: null });
        await host.StartAsync("alpha");
        await host.ReadyAsync();

        Assert.Equal(0, (await host.StatusAsync("alpha")).Restarts);
        await host.StopAsync();
    }

    [Fact]
    public async Task Refuses_a_second_host_in_the_same_folder()
    {
        using var first = HostProcess.Launch("shared", _sample, "host");
        await first.ReadyAsync("postgres");
        using var second = HostProcess.Launch("shared", _sample, "host");

        Assert.NotEqual(0, await second.Exited.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.True((await first.StatusAsync("postgres")).IsReady);
        await first.StopAsync();
    }

    private static async Task CrashAsync(int port)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        // The answer is lost with the process.
        await Assert.ThrowsAsync<HttpRequestException>(() => http.PostAsync($"http://127.0.0.1:{port}/crash", null));
    }
}
