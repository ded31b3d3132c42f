using System.Collections.Immutable;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Accounts;

/// <summary>A program that may call Hotline with client credentials.</summary>
/// <param name="Secret">Null where the city keeps secrets out of its files.</param>
/// <param name="Channel">The channel a front end submits by; null for the system of a department.</param>
/// <param name="Unit">The unit whose system this is; null for a channel.</param>
public sealed record ClientAccount(string Id, string? Secret, ImmutableArray<string> Scopes, Channel? Channel, UnitRef? Unit);

/// <summary>A person who may log in. The user name is what <c>./hotline token</c> takes.</summary>
public sealed record PersonAccount(string Name, LocalText DisplayName, Role Role, UnitRef? Unit);

/// <summary>Who exists when the city starts, rules by unit already expanded.</summary>
/// <param name="Demo">Only a demo city carries passwords and secrets in its files.</param>
/// <param name="DemoPassword">Password of every person of a demo city; null otherwise.</param>
public sealed record CityAccounts(
    bool Demo, string? DemoPassword, ImmutableArray<ClientAccount> Clients, ImmutableArray<PersonAccount> People);
