using System.Reflection;
using Hotline.Architecture.Tests.Reading;

namespace Hotline.Architecture.Tests.Shaping;

/// <summary>What keeps a cluster of different builds together.</summary>
public sealed class When_grains_are_written
{
    private static readonly Type[] Contracts = [.. Binaries.Types.Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrain)))];

    private static readonly Type[] Grains = [.. Binaries.Types
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IGrainBase)) && type.IsWritten())];

    [Fact]
    public void Their_contracts_stand_in_grain_contracts() => Found.NoneAmong(Contracts, 4, contract =>
        contract.Assembly == Binaries.All["GrainContracts"] ? [] : [$"{contract} stands in {contract.Assembly.GetName().Name}"]);

    [Fact]
    public void They_stand_in_services_only() => Found.NoneAmong(Grains, 4, grain =>
        Binaries.Services.Contains(grain.Assembly) ? [] : [$"{grain} stands in {grain.Assembly.GetName().Name}"]);

    [Fact]
    public void Every_contract_and_every_call_has_a_name_of_its_own() => Found.NoneAmong(Contracts, 4, contract => contract
        .GetMethods().Where(method => !method.IsStatic).Cast<MemberInfo>().Append(contract)
        .Where(member => member.GetCustomAttribute<AliasAttribute>(inherit: false) is null)
        .Select(member => $"{contract.Name}: {member.Name} has no [Alias]"));

    [Fact]
    public void No_two_types_share_a_name_on_the_wire() => Found.NoneAmong(
        Binaries.Types.Where(type => type.IsWritten() && type.IsDefined(typeof(AliasAttribute), inherit: false))
            .GroupBy(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)!.Alias).ToList(), 40,
        named => named.Count() == 1 ? [] : [$"'{named.Key}' names {string.Join(", ", named)}"]);

    [Fact]
    public void A_call_takes_a_cancellation_token_last_and_is_not_named_Async() => Found.NoneAmong(
        Contracts.SelectMany(contract => contract.GetMethods().Where(method => !method.IsStatic)).ToList(), 10, call =>
            call.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken) || call.Name.EndsWith("Async", StringComparison.Ordinal)
                ? [$"{call.DeclaringType!.Name}.{call.Name}"] : []);

    [Fact]
    public void Kept_state_has_a_name_no_other_grain_uses() => Found.NoneAmong(
        Grains.SelectMany(StatesOf).GroupBy(state => state.Name).ToList(), 2,
        state => state.Count() == 1 ? [] : [$"state '{state.Key}' is kept by {string.Join(", ", state.Select(one => one.Grain.Name))}"]);

    [Fact]
    public void A_grain_has_one_constructor() => Found.NoneAmong(Grains, 4, grain =>
        grain.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Length == 1 ? [] : [$"{grain} has several constructors"]);

    private static IEnumerable<(Type Grain, string Name)> StatesOf(Type grain) => grain
        .GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        .SelectMany(constructor => constructor.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>())
        .OfType<PersistentStateAttribute>()
        .Select(state => (grain, state.StateName));
}
