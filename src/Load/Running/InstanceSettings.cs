namespace Hotline.Load.Running;

/// <summary>What differs from a city's own installation, and why.</summary>
internal static class InstanceSettings
{
    /// <summary>Limits stay on; only that a handful of people does the work of hundreds is allowed for.</summary>
    public static IReadOnlyDictionary<string, string?> Measured { get; } = new Dictionary<string, string?>
    {
        ["Gateway__Limits__Person"] = "5000",
        ["Gateway__Limits__Address"] = "1000",
        // A measurement is a flood of equal matters. They are screened at the rate of any city, but what waits when it ends is not: it would be taken for backlog.
        ["Insight__Screening__Most"] = "10",
    };
}
