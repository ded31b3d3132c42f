namespace Hotline.AppHost.Processes.Supervising;

/// <summary>The order of the stop: a unit's wave is one above the highest it waits for.</summary>
internal static class Waves
{
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyList<Unit> units)
    {
        var byName = units.ToDictionary(unit => unit.Name);
        var waves = new Dictionary<string, int>();
        foreach (var unit in units)
        {
            Visit(unit, []);
        }

        return waves;

        int Visit(Unit unit, HashSet<string> path)
        {
            if (waves.TryGetValue(unit.Name, out var known))
            {
                return known;
            }

            if (!path.Add(unit.Name))
            {
                throw new InvalidOperationException($"Units wait for each other in a circle: {string.Join(", ", path)}.");
            }

            return waves[unit.Name] = unit.WaitsFor.Select(name => Visit(byName[name], path)).DefaultIfEmpty(-1).Max() + 1;
        }
    }
}
