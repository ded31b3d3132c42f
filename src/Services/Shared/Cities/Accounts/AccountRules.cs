using Hotline.Cities.Reading;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Accounts;

internal sealed record PersonRule(string Name, Role Role);

internal sealed record ClientRule(string Id, string? Secret, IReadOnlyList<string> Scopes);

/// <summary>Accounts that exist for every unit of a kind; <c>{code}</c> stands for the unit's code.</summary>
internal sealed record UnitAccountRule(UnitKind Kind, PersonRule? Person, ClientRule? Client);

/// <summary>The accounts as written, before the rules by unit are expanded.</summary>
internal sealed class AccountRules
{
    public const string Code = "{code}";

    public bool Demo { get; set; }

    public string? DemoPassword { get; set; }

    public List<Sourced<ClientAccount>> Clients { get; } = [];

    public List<Sourced<PersonAccount>> People { get; } = [];

    public List<Sourced<UnitAccountRule>> Units { get; } = [];

    public CityAccounts Expand(IReadOnlyCollection<(UnitRef Unit, LocalText Name)> units) => new(
        Demo,
        DemoPassword,
        [.. Clients.Select(client => client.Value), .. Each(units).Where(pair => pair.Rule.Client is not null).Select(pair => Client(pair.Rule.Client!, pair.Unit))],
        [.. People.Select(person => person.Value), .. Each(units).Where(pair => pair.Rule.Person is not null).Select(pair => Person(pair.Rule.Person!, pair.Unit, pair.Name))]);

    /// <summary>User names and client ids that the rules by unit make.</summary>
    public IEnumerable<string> GeneratedNames(IReadOnlyCollection<(UnitRef Unit, LocalText Name)> units) =>
        from pair in Each(units)
        from pattern in new[] { pair.Rule.Person?.Name, pair.Rule.Client?.Id }
        where pattern is not null
        select Fill(pattern, pair.Unit);

    private IEnumerable<(UnitAccountRule Rule, UnitRef Unit, LocalText Name)> Each(IReadOnlyCollection<(UnitRef Unit, LocalText Name)> units) =>
        from rule in Units
        from unit in units
        where unit.Unit.Kind == rule.Value.Kind
        select (rule.Value, unit.Unit, unit.Name);

    private static ClientAccount Client(ClientRule rule, UnitRef unit) => new(
        Fill(rule.Id, unit), rule.Secret is null ? null : Fill(rule.Secret, unit), [.. rule.Scopes.Select(scope => Fill(scope, unit))], Channel: null, unit);

    private static PersonAccount Person(PersonRule rule, UnitRef unit, LocalText name) => new(Fill(rule.Name, unit), name, rule.Role, unit);

    private static string Fill(string pattern, UnitRef unit) => pattern.Replace(Code, unit.Code, StringComparison.Ordinal);
}
