namespace Hotline.Load.Running;

/// <summary>What differs from a city's own installation, and why.</summary>
internal static class InstanceSettings
{
    /// <summary>Limits stay on; only that a handful of people does the work of hundreds is allowed for.</summary>
    public static IReadOnlyDictionary<string, string?> Measured { get; } = new Dictionary<string, string?>
    {
        ["Gateway__Limits__Person"] = "5000",
        ["Gateway__Limits__Address"] = "1000",
    };
}
