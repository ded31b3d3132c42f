using Hotline.Contracts.Tests.Samples;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.Hosting.Silo;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Hotline.Contracts.Tests.Cluster;

/// <summary>Everything a grain is asked or answers survives the way from one silo to another, as the silos are configured.</summary>
public sealed class When_a_contract_crosses_the_cluster
{
    private static readonly Serializer Wire = new ServiceCollection().AddHotlineSerializers().BuildServiceProvider().GetRequiredService<Serializer>();

    private static readonly Dictionary<string, Type> Types = Serializable().Concat(Answers()).DistinctBy(NameOf).ToDictionary(NameOf, StringComparer.Ordinal);

    public static TheoryData<string> Contracts => [.. Types.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void It_arrives_as_it_left(string contract)
    {
        var sent = Sample.Of(Types[contract], contract);

        var received = Wire.Deserialize<object>(Wire.SerializeToArray<object>(sent));

        Assert.IsType(Types[contract], received);
        Assert.Equivalent(sent, received, strict: true);
    }

    [Fact]
    public void Acts_answers_and_intake_are_among_them()
    {
        Assert.True(Types.Values.Count(type => type.IsSubclassOf(typeof(CaseAct))) > 15);
        Assert.Contains(typeof(ReceiveCase), Types.Values);
        Assert.Contains(typeof(Outcome<CaseView>), Types.Values);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void It_needs_the_name_of_no_assembly(string contract)
    {
        var type = Types[contract];
        var alias = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).GetCustomAttributes(typeof(AliasAttribute), inherit: false);

        Assert.True(alias.Length == 1, $"{contract} has no [Alias]: renaming or moving it would part a cluster during an update.");
    }

    [Fact]
    public void Secrets_reach_a_reader_who_may_see_them()
    {
        var sent = (CaseView)Sample.Of(typeof(CaseView), "view");

        var received = Wire.Deserialize<CaseView>(Wire.SerializeToArray(sent));

        Assert.Equal(sent.Secrets, received?.Secrets);
        Assert.NotNull(received?.Secrets?.Phone);
    }

    private static IEnumerable<Type> Serializable() => typeof(ICaseGrain).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) && !type.IsAbstract && !type.IsGenericTypeDefinition);

    // Task<Outcome<CaseView>> is answered: Outcome<CaseView> travels.
    private static IEnumerable<Type> Answers() => typeof(ICaseGrain).Assembly.GetTypes()
        .Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrain)))
        .SelectMany(type => type.GetMethods())
        .Where(method => method.ReturnType is { IsGenericType: true })
        .Select(method => method.ReturnType.GenericTypeArguments[0])
        .Where(answer => answer is { IsGenericType: true } && answer.GetGenericTypeDefinition() == typeof(Outcome<>));

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GenericTypeArguments.Select(NameOf))}>" : type.Name;
}
