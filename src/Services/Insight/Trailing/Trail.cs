using Hotline.Contracts.Cases;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Trailing;

/// <summary>Tells the audit trail, which Cases keeps, what is asked of this service. Each returns once it is written down: without it nothing is found or done.</summary>
internal sealed class Trail(HttpClient cases, CallerHeader callers)
{
    /// <summary>Somebody is looked up by a phone number, or by what is known of one; the number is not told.</summary>
    public Task PhoneSearch(Caller by, CancellationToken cancellationToken) => Write(by, "phoneSearch", null, cancellationToken);

    /// <summary>Something is done to Hotline itself.</summary>
    /// <param name="what">The act and what it is done to, e.g. <c>redeliver insight</c>.</param>
    public Task Operate(Caller by, string what, CancellationToken cancellationToken) => Write(by, "operate", what, cancellationToken);

    private async Task Write(Caller by, string kind, string? note, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/internal/trail");
        request.Headers.Add(CallerHeader.Name, callers.Write(by));
        request.Content = JsonContent.Create(new { kind, note }, options: CaseJson.Options);
        using var response = await cases.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
