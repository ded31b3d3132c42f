using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Hotline.Dispatch.Tests.Delivering;

/// <summary>The sample subscriber as a process of its own.</summary>
internal sealed class Subscriber : IDisposable
{
    private readonly Process _process;

    private Subscriber(Process process) => _process = process;

    public ConcurrentQueue<JsonElement> Events { get; } = [];

    public ConcurrentQueue<string> Complaints { get; } = [];

    public static Subscriber Start(FeedDetails feed, string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Assembly, feed.Uri.ToString(), feed.Queue, folder])
            start.ArgumentList.Add(argument);
        var subscriber = new Subscriber(Process.Start(start)!);
        subscriber._process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } json)
                subscriber.Events.Enqueue(JsonDocument.Parse(json).RootElement);
        };
        subscriber._process.ErrorDataReceived += (_, line) => subscriber.Complaints.Enqueue(line.Data ?? "");
        subscriber._process.BeginOutputReadLine();
        subscriber._process.BeginErrorReadLine();
        return subscriber;
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    // Built beside the tests, in the same configuration.
    private static string Assembly => AppContext.BaseDirectory
        .Replace("Dispatch.Tests", "SampleSubscriber", StringComparison.Ordinal) + "Hotline.SampleSubscriber.dll";
}
