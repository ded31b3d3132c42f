using System.ComponentModel.DataAnnotations;

namespace Hotline.Gateway.Limiting;

/// <summary>Section <c>Gateway:Limits</c>. Numbers are requests per second; twice as many may come at once.</summary>
public sealed class LimitSettings
{
    /// <summary>A channel front end, which speaks for all of its citizens.</summary>
    [Range(1, 1_000_000)]
    public int Channel { get; set; } = 5_000;

    /// <summary>The system of a department.</summary>
    [Range(1, 1_000_000)]
    public int Department { get; set; } = 200;

    /// <summary>A person, over all of that person's sessions.</summary>
    [Range(1, 1_000_000)]
    public int Person { get; set; } = 50;

    /// <summary>An address without a valid token: sign-in, token requests, documentation, and whoever tries.</summary>
    [Range(1, 1_000_000)]
    public int Address { get; set; } = 100;

    /// <summary>An address at the links of notices, with a token or without. Whole towns may share one address, and a guess has 144 bits to hit.</summary>
    [Range(1, 1_000_000)]
    public int Link { get; set; } = 5;

    /// <summary>Other numbers for single clients, by client id.</summary>
    public IDictionary<string, int> Clients { get; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
