using Hotline.Load.Faults.Working;

namespace Hotline.Load.Faults.Judging;

/// <summary>Compares what clients were told with what is there. Pure.</summary>
internal static class Oracle
{
    /// <param name="history">What clients did and were told.</param>
    /// <param name="world">What is there.</param>
    /// <param name="outages">When something was broken: nobody is late for what he could not know of.</param>
    public static Verdict Judge(IReadOnlyCollection<Submission> history, World world, IReadOnlyList<Outage> outages) => new(
        history.Count,
        history.Count(submission => submission.Told.Acknowledged),
        world.Cases.Count,
        [
            .. Submissions(history, world),
            .. world.Cases.SelectMany(Ledger),
            .. ReadModels.Judge(world),
            .. Feeds.Judge(world),
            .. Deadlines.Judge(world, outages),
        ]);

    private static IEnumerable<Finding> Submissions(IReadOnlyCollection<Submission> history, World world)
    {
        var byTitle = world.Cases.ToLookup(found => found.Title);
        var known = history.Select(submission => submission.Title).ToHashSet();
        foreach (var submission in history)
        {
            var cases = byTitle[submission.Title].ToList();
            foreach (var finding in Submission(submission, cases).Concat(cases.Count == 1 ? Acts(submission, cases[0]) : []))
            {
                yield return finding;
            }
        }

        foreach (var stranger in world.Cases.Where(found => !known.Contains(found.Title)))
        {
            yield return new(Offense.Illegal, $"{stranger.Number} was submitted by nobody: {stranger.Title}");
        }
    }

    private static IEnumerable<Finding> Submission(Submission submission, List<FoundCase> cases)
    {
        if (cases.Count > 1)
        {
            yield return new(Offense.Duplicated, $"key {submission.Key} has {cases.Count} cases: {string.Join(", ", cases.Select(found => found.Number))}");
        }

        if (submission.Told.Acknowledged && !cases.Exists(found => found.Number == submission.Number))
        {
            yield return new(Offense.Lost, $"key {submission.Key} was told {submission.Number}, which is not in the ledger");
        }

        if (submission.Told.Refused)
        {
            yield return new(Offense.Illegal, $"key {submission.Key} was refused with {submission.Told.Status}: {submission.Told.Problem}");
        }

        if (cases.Exists(found => found.Text != Story.TextOf(submission.Title)))
        {
            yield return new(Offense.Illegal, $"{submission.Number} does not say what was submitted");
        }
    }

    private static IEnumerable<Finding> Acts(Submission submission, FoundCase found)
    {
        foreach (var act in submission.Acts)
        {
            var times = found.Events.Count(entry => entry.Type == act.Event);
            if (act.Told.Acknowledged && times == 0)
            {
                yield return new(Offense.Lost, $"{found.Number}: {act.Act} was acknowledged and is not in the ledger");
            }

            if (times > 1)
            {
                yield return new(Offense.Duplicated, $"{found.Number}: {act.Act} was asked for once and done {times} times");
            }

            // Nobody else works on the case, and each act was possible after the one before it.
            if (act.Told.Refused)
            {
                yield return new(Offense.Illegal, $"{found.Number}: {act.Act} was refused with {act.Told.Status}: {act.Told.Problem}");
            }
        }
    }

    private static IEnumerable<Finding> Ledger(FoundCase found)
    {
        if (!found.Intact)
        {
            yield return new(Offense.Illegal, $"{found.Number}: the hash chain is broken");
        }

        if (Transitions.FirstIllegal(found.Events) is { } illegal)
        {
            yield return new(Offense.Illegal, $"{found.Number}: {illegal.Type} must not be version {illegal.Version}");
        }
    }
}
