using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Accounts;

/// <summary>Reads <c>accounts.yaml</c>.</summary>
internal static class AccountReader
{
    public const string File = "accounts.yaml";
    private const string SubmitScope = "cases:submit:";

    public static AccountRules Read(CityFolder folder)
    {
        var rules = new AccountRules();
        if (YamlFile.Read(folder, File) is not { } root)
            return rules;

        rules.Demo = root.Required("demo")?.Flag() ?? false;
        rules.DemoPassword = rules.Demo ? root.RequiredText("demoPassword") : NoPassword(root);
        foreach (var item in root.Required("clients")?.Items ?? [])
            rules.Clients.Add(Client(item, rules.Demo));
        foreach (var item in root.Required("people")?.Items ?? [])
            rules.People.Add(Person(item));
        foreach (var item in root.Required("units")?.Items ?? [])
            rules.Units.Add(new(Unit(item, rules.Demo), item.At));
        return root.Reported(rules);
    }

    private static string? NoPassword(YamlPart root)
    {
        root.Optional("demoPassword")?.Fault("a demoPassword outside of a demo city");
        return null;
    }

    private static string? Secret(YamlPart part, bool demo)
    {
        if (demo)
            return part.RequiredText("secret");
        part.Optional("secret")?.Fault("a secret outside of a demo city");
        return null;
    }

    private static Sourced<ClientAccount> Client(YamlPart part, bool demo)
    {
        var scopes = part.Texts("scopes");
        var channels = scopes.Where(scope => scope.StartsWith(SubmitScope, StringComparison.Ordinal)).Select(scope => Channel(part, scope)).ToList();
        if (channels.Count != 1)
            part.Fault($"a client needs one scope {SubmitScope}<channel>");
        var account = new ClientAccount(part.RequiredText("id"), Secret(part, demo), [.. scopes], channels.FirstOrDefault(), Unit: null);
        return new(part.Reported(account), part.At);
    }

    private static Channel? Channel(YamlPart part, string scope)
    {
        var name = scope[SubmitScope.Length..];
        foreach (var channel in Enum.GetValues<Channel>())
        {
            if (Spell(channel) == name)
                return channel;
        }

        part.Fault($"unknown channel '{name}'");
        return null;
    }

    private static string Spell(Channel channel) => channel.ToString().ToLowerInvariant();

    private static Sourced<PersonAccount> Person(YamlPart part)
    {
        var account = new PersonAccount(
            part.RequiredText("name"), part.RequiredName("displayName"), part.Required("role")?.Word<Role>() ?? default, Unit: null);
        return new(part.Reported(account), part.At);
    }

    private static UnitAccountRule Unit(YamlPart part, bool demo)
    {
        var kind = part.Required("kind")?.Word<UnitKind>() ?? default;
        var person = part.Optional("person");
        var client = part.Optional("client");
        if (person is null && client is null)
            part.Fault("a rule for units names a person, a client, or both");
        return part.Reported(new UnitAccountRule(
            kind,
            person?.Reported(new PersonRule(Pattern(person, "name"), person.Required("role")?.Word<Role>() ?? default)),
            client?.Reported(new ClientRule(Pattern(client, "id"), Secret(client, demo), client.Texts("scopes")))));
    }

    private static string Pattern(YamlPart part, string key)
    {
        var pattern = part.RequiredText(key);
        if (!pattern.Contains(AccountRules.Code, StringComparison.Ordinal))
            part.Fault($"{key} does not contain {AccountRules.Code}: every unit would get the same");
        return pattern;
    }
}
