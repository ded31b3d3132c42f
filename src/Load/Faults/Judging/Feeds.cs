namespace Hotline.Load.Faults.Judging;

/// <summary>Whether the department heard everything once and in order, after it has dropped what it heard before. Pure.</summary>
internal static class Feeds
{
    public static IEnumerable<Finding> Judge(World world)
    {
        var heard = world.Heard.GroupBy(one => one.Number).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var number in world.Fed.Keys.Union(heard.Keys))
        {
            foreach (var finding in Judge(number, world.Fed.GetValueOrDefault(number), heard.GetValueOrDefault(number, [])))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Judge(string number, int fed, List<Subscribing.Heard> heard)
    {
        var effective = heard.DistinctBy(one => one.Sequence).ToList();
        var sequences = effective.Select(one => one.Sequence).ToList();
        if (sequences.Count < fed)
        {
            yield return new(Offense.Lost, $"{number}: the department heard {sequences.Count} of {fed} events");
        }
        else if (!sequences.SequenceEqual(Enumerable.Range(1, sequences.Count)))
        {
            yield return new(Offense.Illegal, $"{number}: the department heard {string.Join(' ', sequences)}");
        }

        if (sequences.Count > fed || heard.DistinctBy(one => one.Id).Count() != sequences.Count)
        {
            yield return new(Offense.Duplicated, $"{number}: the same event came to the department under two sequences or ids");
        }

        // Our complaints are dispatched once.
        if (effective.Count(one => one.Type.Contains(".dispatched.", StringComparison.Ordinal)) > 1)
        {
            yield return new(Offense.Duplicated, $"{number}: dispatched to the department twice");
        }
    }
}
