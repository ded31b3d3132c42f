using System.Text.RegularExpressions;
using Hotline.Architecture.Tests.Reading;
using NetArchTest.Rules;

namespace Hotline.Architecture.Tests.Depending;

/// <summary>Decisions are the language only: no cluster, no bus, no database, no log, no clock.</summary>
public sealed partial class When_code_decides
{
    private static readonly string[] Foreign =
    [
        "MassTransit", "Microsoft.AspNetCore", "Microsoft.Extensions.Logging", "Npgsql", "Orleans", "RabbitMQ", "System.Data", "System.IO.File",
        "System.Net.Http", "System.TimeProvider",
    ];

    public static TheoryData<string> Assemblies => [.. Binaries.Services.Append(Binaries.All["Cities"])
        .Where(assembly => assembly.GetTypes().Any(IsPure)).Select(assembly => assembly.GetName().Name!["Hotline.".Length..])];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void It_touches_nothing_of_the_world(string name)
    {
        var assembly = Binaries.All[name];
        var pure = assembly.GetTypes().Where(IsPure).Select(type => type.FullName).ToHashSet();
        var touching = Types.InAssembly(assembly).That().HaveDependencyOnAny(Foreign).GetTypes().Select(type => type.FullName);

        Assert.Empty(pure.Intersect(touching));
    }

    [Fact]
    public void The_decisions_of_a_case_and_the_choice_of_a_merchant_are_among_them()
    {
        var pure = Binaries.Types.Where(IsPure).Select(type => type.Name).ToList();
        Assert.Superset(new HashSet<string> { "AcceptDecision", "CaseDecisions", "Lifecycle", "Permissions", "Fold", "CaseFile", "MerchantChoice" }, pure.ToHashSet());
    }

    [Fact]
    public void The_search_sees_what_touches_the_world() => Assert.Contains("CaseGrain", Types.InAssembly(Binaries.All["Cases"])
        .That().HaveDependencyOnAny("Orleans").GetTypes().Select(type => type.Name));

    private static bool IsPure(Type type) => type.IsWritten() && (Decides().IsMatch(type.Name) || IsCityData(type));

    // Reading the city's folder touches files, by its nature; what was read is data.
    private static bool IsCityData(Type type) =>
        type.Assembly == Binaries.All["Cities"] && type.Namespace is { } name && name != "Hotline.Cities" && !name.EndsWith(".Reading", StringComparison.Ordinal)
        && !type.Name.EndsWith("Reader", StringComparison.Ordinal);

    [GeneratedRegex("(Decisions?|Rules|Fold)$|^(CaseFile|Lifecycle|Permissions|MerchantChoice|ClockRun|ClockSet)$")]
    private static partial Regex Decides();
}
