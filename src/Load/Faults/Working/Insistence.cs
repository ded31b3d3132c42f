using System.Text;
using Hotline.Load.Running;

namespace Hotline.Load.Faults.Working;

/// <summary>Asks again with the same key until there is a definite answer, as a client has to that wants to know.</summary>
/// <param name="patience">Ends all trying.</param>
internal sealed class Insistence(Api api, History history, RunClock clock, CancellationToken patience)
{
    private static readonly TimeSpan _answerLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(10);

    public async Task<(Told Told, Answer Answer)> PostAsync(string who, string path, byte[] body, string key)
    {
        var pause = _firstPause;
        for (var tries = 1; ; tries++)
        {
            var sent = clock.Elapsed;
            var answer = await TryAsync(who, path, body, key);
            history.Count(answer.Status);
            if (IsDefinite(answer.Status))
            {
                var problem = answer.Succeeded ? null : Encoding.UTF8.GetString(answer.Body);
                return (new Told(answer.Status, tries, sent, clock.Elapsed, problem), answer);
            }

            if (patience.IsCancellationRequested)
            {
                return (new Told(0, tries, sent, clock.Elapsed, $"last status {answer.Status}"), default);
            }

            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
        }
    }

    /// <summary>401 is none: a gateway that has not reached Identity yet knows nobody.</summary>
    private static bool IsDefinite(int status) => status is >= 200 and < 500 and not (401 or 408 or 425 or 429);

    private async Task<Answer> TryAsync(string who, string path, byte[] body, string key)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience);
        limit.CancelAfter(_answerLimit);
        try
        {
            return await api.PostAsync(who, path, body, key, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return default;
        }
    }
}
