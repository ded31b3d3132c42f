using Hotline.Cities.Reading;

namespace Hotline.Cities.Checking;

/// <summary>No two clients and no two people of the same name.</summary>
internal static class AccountChecks
{
    public static void Check(CityDraft draft, Faults faults)
    {
        Once(draft.Accounts.Clients, client => client.Id, "client", faults);
        Once(draft.Accounts.People, person => person.Name, "person", faults);
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
