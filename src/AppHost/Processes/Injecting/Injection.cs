namespace Hotline.AppHost.Processes.Injecting;

/// <summary>The environment of one replica while it is put together.</summary>
/// <param name="Unit">Name of the process.</param>
/// <param name="Allocation">Ports and secrets.</param>
internal sealed record Injection(string Unit, Allocation Allocation)
{
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Connection properties, prefixed with the upper-cased name of the connection.</summary>
    public void Connection(string name, Dictionary<string, string> properties)
    {
        foreach (var (property, value) in properties)
        {
            Variables[$"{EnvironmentName(name)}_{property}"] = value;
        }
    }

    /// <summary>Dashes are no part of a variable's name.</summary>
    public static string EnvironmentName(string name) => name.Replace('-', '_').ToUpperInvariant();
}

/// <summary>Knows what a reference to it injects.</summary>
internal interface IConnectionSource
{
    void Inject(Injection injection);
}
