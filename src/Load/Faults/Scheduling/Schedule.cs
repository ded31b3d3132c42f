namespace Hotline.Load.Faults.Scheduling;

/// <summary>What is broken when. A function of the seed: the same seed breaks the same things at the same times.</summary>
internal static class Schedule
{
    private static readonly TimeSpan _firstKill = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan _betweenKills = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan _betweenShortKills = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan _calm = TimeSpan.FromSeconds(3);

    private static readonly string[] _processes =
        ["cases", "cases-2", "dispatch", "escalation", "feedback", "insight", "identity", "gateway"];

    /// <summary>The full run.</summary>
    public static IReadOnlyList<PlannedFault> Full(int seed, TimeSpan duration) => Plan(seed, duration, _betweenKills, Menu.Full(duration));

    /// <summary>A handful, for the tests.</summary>
    public static IReadOnlyList<PlannedFault> Short(int seed, TimeSpan duration) => Plan(seed, duration, _betweenShortKills, Menu.Short);

    private static PlannedFault[] Plan(int seed, TimeSpan duration, TimeSpan betweenKills, IReadOnlyList<Dish> menu)
    {
        // The algorithm behind a seeded Random is fixed (.NET's documented compatibility promise).
        var random = new Random(seed);
        var dishes = menu.ToArray();
        random.Shuffle(dishes);
        var courses = Serve(dishes, duration, random);
        return [.. courses.Concat(Kills(random, duration, betweenKills, courses)).OrderBy(fault => fault.At)];
    }

    /// <summary>One after another, with calm between; squeezed when there is less time than they ask for.</summary>
    private static List<PlannedFault> Serve(IReadOnlyList<Dish> dishes, TimeSpan duration, Random random)
    {
        var asked = TimeSpan.FromTicks(dishes.Sum(dish => dish.Occupies.Ticks + _calm.Ticks));
        var scale = Math.Min(1.0, (duration - _firstKill) / asked);
        // What time is left over is calm as well, at random places.
        var spare = (duration - _firstKill - asked * scale) / dishes.Count;
        var courses = new List<PlannedFault>();
        var at = _firstKill;
        foreach (var dish in dishes)
        {
            at += spare * random.NextDouble();
            courses.Add(new PlannedFault(Rounded(at), dish.Kind, dish.Target, Rounded(dish.Length * scale)));
            at += (dish.Occupies + _calm) * scale;
        }

        return courses;
    }

    private static IEnumerable<PlannedFault> Kills(Random random, TimeSpan duration, TimeSpan between, List<PlannedFault> courses)
    {
        var last = "";
        for (var at = _firstKill; at < duration; at += between)
        {
            var moment = Rounded(at + between * 0.3 * random.NextDouble());
            var busy = courses.Where(course => course.At <= moment && moment <= course.End).Select(course => course.Target).ToList();
            // Killing what is frozen at that moment would end the freeze.
            var candidates = _processes.Where(process => process != last && !busy.Contains(process)).ToList();
            last = candidates[random.Next(candidates.Count)];
            yield return new PlannedFault(moment, FaultKind.Kill, last, TimeSpan.Zero);
        }
    }

    private static TimeSpan Rounded(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds / 100) * 100);
}
