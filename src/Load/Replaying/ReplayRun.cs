using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Hotline.Load.Driving;
using Hotline.Load.Living;
using Hotline.Load.Measuring;
using Hotline.Load.Running;

namespace Hotline.Load.Replaying;

/// <summary>The mission's own history, compressed: every case is lived to its end, then every figure is compared with what was put in.</summary>
internal static class ReplayRun
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    public static async Task<ReplayReport> RunAsync(Instance instance, History history, int lives, Action<string> step)
    {
        using var api = new Api(instance.Gateway, new Tokens(instance.Place, instance.Gateway, TimeProvider.System));
        await using var backlog = await BacklogProbe.OpenAsync(instance.Addresses);
        await using var offers = await OfferTap.StartAsync(instance);
        await using var departments = await DepartmentReaders.StartAsync(api);
        var acts = new Latencies();
        var failures = new ConcurrentQueue<string>();
        var phase = await Phase.RunAsync(instance, backlog, _patience, lived => LiveAllAsync(new Life(api, offers, acts), history, lives, failures, lived, step));
        foreach (var failure in failures.Take(10))
        {
            step(failure);
        }

        var expected = Figures.Of(history);
        step("Waiting for the clocks of what was left unfinished");
        return new ReplayReport(history, lives, phase, acts, expected, await FoundAsync(api, expected), await instance.ProcessesAsync(memory: true));
    }

    private static async Task<Driven> LiveAllAsync(Life life, History history, int lives, ConcurrentQueue<string> failures, Action lived, Action<string> step)
    {
        var latencies = new Latencies();
        var started = Stopwatch.GetTimestamp();
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, history.Cases), new ParallelOptions { MaxDegreeOfParallelism = lives }, async (number, _) =>
        {
            var born = Stopwatch.GetTimestamp();
            try
            {
                await life.LiveAsync(number, history[number]);
                lived();
            }
            catch (LifeFailedException failed)
            {
                failures.Enqueue(failed.Message);
            }

            latencies.Record(Since.Start(born));
            if (Interlocked.Increment(ref done) % 5_000 == 0)
            {
                step($"{done} of {history.Cases} after {Since.Start(started):hh\\:mm\\:ss}");
            }
        });
        var (whole, elapsed) = (history.Cases - failures.Count, Since.Start(started));
        return new Driven(whole, failures.Count, elapsed, whole / elapsed.TotalSeconds, latencies);
    }

    // The last clocks run out a minute after the last case was handed over, and are noticed within another.
    private static async Task<Figures> FoundAsync(Api api, Figures expected)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await api.GetAsync("supervisor", "/api/v1/figures/headline");
            var found = answer.Succeeded ? Figures.Of(answer.Json) : null;
            if (found is not null && (found == expected || Since.Start(started) > TimeSpan.FromMinutes(3)))
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}

/// <summary>The mission's figures.</summary>
internal sealed record Figures(
    long Total, long LifeService, long Consultation, long Efficiency, long Closed, long Due, long Excluded, double CompletionRate, double SatisfactionRate)
{
    /// <summary>What a history must come to.</summary>
    public static Figures Of(History history)
    {
        var scripts = Enumerable.Range(0, history.Cases).Select(number => history[number]).ToList();
        long closed = scripts.Count(script => script is { Finished: true, Withdrawn: false });
        long due = scripts.Count(script => !script.Finished);
        long satisfied = scripts.Count(script => script is { Finished: true, Withdrawn: false, Satisfied: true });
        return new Figures(
            history.Cases, history.LifeServices, history.Consultations, history.Efficiency, closed, due,
            scripts.Count(script => script.Withdrawn), (double)closed / (closed + due), (double)satisfied / closed);
    }

    /// <summary>As <c>GET /api/v1/figures/headline</c> answers.</summary>
    public static Figures Of(JsonElement headline)
    {
        var cases = headline.GetProperty("cases");
        return new Figures(
            Of(cases, "total"), Of(cases, "lifeService"), Of(cases, "consultation"), Of(cases, "efficiency"),
            Of(headline, "closed"), Of(headline, "due"), Of(headline, "excluded"),
            Rate(headline, "completionRate"), Rate(headline, "satisfactionRate"));
    }

    private static long Of(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static double Rate(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } rate ? rate.GetDouble() : double.NaN;
}
