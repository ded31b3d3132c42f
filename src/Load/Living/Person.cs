using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Load.Measuring;
using Hotline.Load.Running;

namespace Hotline.Load.Living;

/// <summary>A life did not go as its script says.</summary>
internal sealed class LifeFailedException(string message) : Exception(message);

/// <summary>Somebody who acts on a case; a lost answer is asked for again with the same key.</summary>
internal sealed class Person(Api api, string who, Latencies acts)
{
    private const int Attempts = 5;
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Submits a matter; answers its number.</summary>
    public async Task<string> SubmitAsync(byte[] matter) => (await AskAsync("/api/v1/cases", matter, settling: false)).Text("number");

    /// <summary>Acts on a case; answers the case as it is then.</summary>
    public Task<Answer> DoAsync(string number, string act, object? body = null) => AskAsync($"/api/v1/cases/{number}/{act}", Of(body), settling: false);

    /// <summary>Asks something that is no act on a case.</summary>
    public Task<Answer> AskAsync(string path, object body) => AskAsync(path, Of(body), settling: false);

    /// <summary>Accepts a matter, with the word it takes should others like it have had it held (甄别).</summary>
    public Task AcceptAsync(string number) => DoAsync(number, "accept", new { note = "经核实予以受理" });

    /// <summary>Triages a matter that was just received. Should it have been held meanwhile, it is accepted first.</summary>
    public async Task TriageAsync(string number)
    {
        try
        {
            await DoAsync(number, "triage");
        }
        catch (LifeFailedException refused) when (refused.Message.Contains("/case-held", StringComparison.Ordinal))
        {
            await AcceptAsync(number);
            await DoAsync(number, "triage");
        }
    }

    /// <summary>Answers an offer. It may come to the merchant's ears a moment before it lies in the list.</summary>
    public Task AnswerAsync(string offerId, string act, object? body = null) => AskAsync($"/api/v1/offers/{offerId}/{act}", Of(body), settling: true);

    private static byte[] Of(object? body) => JsonSerializer.SerializeToUtf8Bytes(body ?? new { }, _json);

    private async Task<Answer> AskAsync(string path, byte[] body, bool settling)
    {
        var key = Guid.CreateVersion7().ToString();
        for (var attempt = 1; ; attempt++)
        {
            var asked = Stopwatch.GetTimestamp();
            var answer = await api.PostAsync(who, path, body, key);
            if (answer.Succeeded)
            {
                acts.Record(Since.Start(asked));
                return answer;
            }

            var passing = answer.Status is 0 or 429 or >= 500 || settling && answer.Status is 404 or 409;
            if (!passing || attempt == Attempts)
            {
                throw new LifeFailedException($"{who}: {path} answered {answer.Status} {System.Text.Encoding.UTF8.GetString(answer.Body)}");
            }

            await Task.Delay(_pause * attempt);
        }
    }
}
