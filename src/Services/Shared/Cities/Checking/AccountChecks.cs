using Hotline.Cities.Reading;

namespace Hotline.Cities.Checking;

/// <summary>No two clients and no two people of the same name, not even after the rules by unit are expanded.</summary>
internal static class AccountChecks
{
    public static void Check(CityDraft draft, Faults faults)
    {
        Once(draft.Accounts.Clients, client => client.Id, "client", faults);
        Once(draft.Accounts.People, person => person.Name, "person", faults);
        Once(draft.Accounts.Units.Where(rule => rule.Value.Person is not null), rule => $"{rule.Kind} {rule.Person!.Name}", "person for units", faults);
        Once(draft.Accounts.Units.Where(rule => rule.Value.Client is not null), rule => $"{rule.Kind} {rule.Client!.Id}", "client for units", faults);
        var generated = new HashSet<string>(draft.Accounts.GeneratedNames(CityLoading.Units(draft)));
        foreach (var (person, at) in draft.Accounts.People.Where(person => generated.Contains(person.Value.Name)))
            faults.Add(at, $"person '{person.Name}' exists by a rule for units already");
        foreach (var (client, at) in draft.Accounts.Clients.Where(client => generated.Contains(client.Value.Id)))
            faults.Add(at, $"client '{client.Id}' exists by a rule for units already");
    }

    private static void Once<T>(IEnumerable<Sourced<T>> all, Func<T, string> name, string what, Faults faults)
    {
        foreach (var group in all.GroupBy(one => name(one.Value)).Where(group => group.Count() > 1))
        {
            foreach (var again in group.Skip(1))
                faults.Add(again.At, $"duplicate {what} '{group.Key}', first in line {group.First().At.Line}");
        }
    }
}
