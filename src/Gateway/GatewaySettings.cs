using System.ComponentModel.DataAnnotations;
using Hotline.Gateway.Limiting;

namespace Hotline.Gateway;

/// <summary>Section <c>Gateway</c>.</summary>
public sealed class GatewaySettings
{
    public const string Section = "Gateway";

    /// <summary>Largest request body, in bytes; larger ones get 413.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Largest file sent to a case, in bytes, with what surrounds it in the form.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public long MaxFileBytes { get; set; } = 11 * 1024 * 1024;

    /// <summary>How long a service may be silent before the caller gets 504. Streams of events say something every 5 s: leave them more than that.</summary>
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often each instance is asked whether it is ready; after two times of no it gets no requests until it says yes.</summary>
    public TimeSpan HealthInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a verified token is believed without looking at its signature again. Bounds how much later a revoked signing key counts.</summary>
    public TimeSpan TokenMemory { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many verified tokens are remembered.</summary>
    [Range(1, 1_000_000)]
    public int TokensRemembered { get; set; } = 20_000;

    /// <summary>Origins whose pages may call the API from a browser, e.g. <c>https://hotline.city.example</c>.</summary>
    public IList<string> Origins { get; } = [];

    /// <summary>Who may ask how often.</summary>
    public LimitSettings Limits { get; set; } = new();
}
