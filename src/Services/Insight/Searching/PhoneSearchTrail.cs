using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Searching;

/// <summary>Who looks somebody up by a phone number is written into the trail, which Cases keeps; without it nothing is found.</summary>
internal sealed class PhoneSearchTrail(HttpClient cases, CallerHeader callers)
{
    /// <summary>Returns once it is written down.</summary>
    public async Task Write(Caller by, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/internal/phone-search");
        request.Headers.Add(CallerHeader.Name, callers.Write(by));
        using var response = await cases.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
