using Hotline.Contracts.Cases;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Rebuilding;

/// <summary>Asks the owner of the ledger, in the name of whoever asked us.</summary>
internal sealed class HttpLedgerReplay(HttpClient cases, CallerHeader callers) : ILedgerReplay
{
    public async Task<long> Send(string queue, Caller by, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/internal/replay")
        {
            Content = JsonContent.Create(new ReplayRequest(queue, 0), options: CaseJson.Options),
        };
        request.Headers.Add(CallerHeader.Name, callers.Write(by));
        using var response = await cases.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<ReplayAnswer>(CaseJson.Options, cancellationToken);
        return answer?.Sent ?? throw new InvalidDataException("The ledger did not say how much it sent.");
    }

    private sealed record ReplayRequest(string Queue, long From);

    private sealed record ReplayAnswer(long? Sent);
}
