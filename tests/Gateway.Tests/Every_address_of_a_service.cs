using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hotline.Gateway.Routing;

namespace Hotline.Gateway.Tests;

/// <summary>Reads the sources of the services: an address that no route leads to would work in every test but those through the gateway.</summary>
public sealed partial class Every_address_of_a_service
{
    public static TheoryData<string> Addresses => [.. Directory.EnumerateFiles(Services(), "*Endpoint*.cs", SearchOption.AllDirectories)
        .SelectMany(file => Address().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Has_a_route(string address) =>
        Assert.Contains(RouteTable.Routes, route => (route.Match.Path! + "/").StartsWith(address + "/", StringComparison.Ordinal));

    [Fact]
    public void Is_found_at_all() => Assert.Contains("/api/v1/cases", Addresses.Select(row => row.Data));

    private static string Services([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/Services"));

    [GeneratedRegex("(?<=\")/api/v1/[a-z0-9-]+")]
    private static partial Regex Address();
}
