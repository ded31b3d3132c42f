namespace Hotline.Load.Faults.Judging;

/// <summary>Whether those who follow the ledger have come to its end. Pure.</summary>
internal static class ReadModels
{
    /// <summary>A clock, and the only statuses in which it may run – and must.</summary>
    private static readonly (string Clock, string[] Statuses)[] _clocks =
        [("accept", ["received", "held"]), ("sign", ["dispatched"]), ("visit", ["awaitingVisit"])];

    public static IEnumerable<Finding> Judge(World world)
    {
        foreach (var found in world.Cases)
        {
            if (!world.Rows.TryGetValue(found.Id, out var row) || row != new FoundRow(found.Version, found.Status, Whole: true))
            {
                yield return new(Offense.Illegal, $"{found.Number} is {found.Status} at version {found.Version}; Insight shows {row}");
            }

            if (world.OpenVisits.Contains(found.Id) != (found.Status == "awaitingVisit"))
            {
                yield return new(Offense.Illegal, $"{found.Number} is {found.Status}; Feedback sees that otherwise");
            }

            foreach (var (clock, statuses) in _clocks.Where(clock => world.Clocks.Contains((found.Id, clock.Clock)) != clock.Statuses.Contains(found.Status)))
            {
                yield return new(Offense.Illegal, $"{found.Number} is {found.Status}; its clock '{clock}' of '{string.Join(", ", statuses)}' says otherwise");
            }

            if (world.TwoLeads.Contains(found.Id))
            {
                yield return new(Offense.Illegal, $"{found.Number} is led by two departments");
            }
        }

        if (world.Parked > 0)
        {
            yield return new(Offense.Illegal, $"{world.Parked} messages were given up on and lie in queues of errors");
        }
    }
}
