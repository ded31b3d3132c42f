namespace Hotline.Architecture.Tests.Depending;

/// <summary>What a project may build on: names, or beginnings of names with a star.</summary>
internal sealed record Allowance(string[] Projects, string[] Packages)
{
    private static readonly string[] Shared = ["Cities", "Contracts", "GrainContracts", "Hosting", "Ledger", "ServiceDefaults"];

    /// <summary>A service uses what is shared, never another service, and sees bus and cluster through Hosting.</summary>
    public static Allowance Service { get; } = new(Shared,
    [
        "CloudNative.CloudEvents*", "Dapper", "EFCore.NamingConventions", "Microsoft.AspNetCore.*", "Microsoft.Extensions.*", "Microsoft.Orleans.Dashboard",
        "Npgsql*", "OpenIddict.*", "Polly.Core", "RabbitMQ.Client", "System.*",
    ]);

    /// <summary>Everything that is no service, one by one.</summary>
    public static IReadOnlyDictionary<string, Allowance> ByProject { get; } = new Dictionary<string, Allowance>
    {
        ["Contracts"] = new([], []),
        ["GrainContracts"] = new(["Contracts"], ["Microsoft.Orleans.Sdk"]),
        ["Cities"] = new(["Contracts"], ["CsvHelper", "YamlDotNet", "Microsoft.Extensions.*"]),
        ["Ledger"] = new(["Contracts"], ["Npgsql", "dbup-postgresql", "Microsoft.Extensions.*"]),
        ["ServiceDefaults"] = new(["Contracts"], ["Microsoft.AspNetCore.OpenApi", "Microsoft.Extensions.*", "Npgsql.OpenTelemetry", "OpenTelemetry.*"]),
        ["Hosting"] = new(["Contracts", "GrainContracts", "Ledger", "ServiceDefaults"], ["Microsoft.Orleans.*", "MassTransit.RabbitMQ", "Npgsql", "Polly.Core", "Microsoft.Extensions.*"]),
        ["Gateway"] = new(["ServiceDefaults"], ["Yarp.ReverseProxy", "Microsoft.AspNetCore.Authentication.JwtBearer", "Scalar.AspNetCore", "Microsoft.Extensions.*"]),
        ["AppHost"] = new(["Servers"], ["Aspire.Hosting.*", "Polly.Core"]),
        ["Servers"] = new([], ["CliWrap", "Npgsql", "Polly.Core"]),
        ["Load"] = new(["Launcher", "Ledger"], ["HdrHistogram", "Npgsql", "RabbitMQ.Client", "Spectre.Console", "System.CommandLine"]),
        ["Launcher"] = new(["Cities", "Servers"], ["CsvHelper", "Polly.Core", "Spectre.Console", "System.CommandLine", "UTF.Unknown", "YamlDotNet", "Npgsql"]),
    };

    public bool Project(string name) => Projects.Contains(name);

    public bool Package(string name) => Packages.Any(allowed => Fits(name, allowed));

    public static bool Fits(string name, string pattern) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
