using System.Security.Cryptography;
using System.Text.Json;

namespace Hotline.Load.Faults.Working;

/// <summary>Citizens, who come whether or not those before them were served, and the staff who see to their cases.</summary>
/// <param name="run">Letters that no other run has.</param>
internal sealed class Workload(Insistence clients, History history, string run, RunClock clock)
{
    public const int PerSecond = 10;

    /// <summary>Returns when every matter has come to the end of its story or of our patience.</summary>
    public async Task RunAsync(TimeSpan duration)
    {
        var lives = new List<Task>();
        for (var number = 0; number < duration.TotalSeconds * PerSecond; number++)
        {
            var at = TimeSpan.FromSeconds((double)number / PerSecond);
            await clock.UntilAsync(at);
            lives.Add(LiveAsync(number));
        }

        await Task.WhenAll(lives);
    }

    private async Task LiveAsync(int number)
    {
        var plot = Story.PlotOf(number);
        var title = Story.TitleOf(run, number);
        var body = Story.BodyOf(plot, title);
        var submission = history.Begin(new Submission
        {
            Key = $"{run}-{number}",
            Plot = plot,
            Title = title,
            BodyHash = Convert.ToHexStringLower(SHA256.HashData(body)),
        });
        var (told, answer) = await clients.PostAsync("web", "/api/v1/cases", body, submission.Key);
        if (told.Acknowledged)
        {
            submission.Number = answer.Text("number");
        }

        submission.Told = told;
        if (submission.Number is { } known)
        {
            await WalkAsync(submission, known);
        }
    }

    private async Task WalkAsync(Submission submission, string number)
    {
        foreach (var step in Story.StepsOf(submission.Plot))
        {
            var key = $"{submission.Key}-{step.Act}";
            var (told, _) = await clients.PostAsync(step.Who, $"/api/v1/cases/{number}/{step.Act}", JsonSerializer.SerializeToUtf8Bytes(step.Body), key);
            submission.Acts.Add(new ActDone(step.Act, step.Event, key, told));
            if (!told.Acknowledged)
            {
                return;
            }
        }
    }
}
