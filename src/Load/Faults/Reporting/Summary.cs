using Hotline.Load.Faults.Breaking;
using Hotline.Load.Faults.Judging;
using Hotline.Load.Faults.Working;

namespace Hotline.Load.Faults.Reporting;

/// <summary>Makes the report. Pure.</summary>
internal static class Summary
{
    private const int FindingsShown = 50;

    public static FaultReport Of(FaultSettings settings, History history, World world, BrokenTime broken, (TimeSpan Took, string? Left) drained)
    {
        var submissions = history.Submissions;
        var told = submissions.Select(submission => submission.Told).Concat(submissions.SelectMany(submission => submission.Acts).Select(act => act.Told)).ToList();
        var faults = broken.Faults.OrderBy(fault => fault.At).Select(fault => fault with { RecoverySeconds = Recovery(fault, submissions) }).ToList();
        var verdict = Oracle.Judge(submissions, world, [.. faults.Select(fault => OutageOf(broken.Began, fault))]);
        return new FaultReport(
            settings.Seed,
            Math.Round(settings.Duration.TotalMinutes, 2),
            verdict.Attempted,
            verdict.Acknowledged,
            verdict.Present,
            verdict.Lost,
            verdict.Duplicated,
            verdict.Illegal,
            verdict.Late,
            Math.Round(drained.Took.TotalSeconds, 1),
            drained.Left,
            submissions.SelectMany(submission => submission.Acts).Count(act => act.Told.Acknowledged),
            told.Sum(one => Math.Max(0, one.Tries - 1)),
            new SortedDictionary<int, int>(history.Answers.ToDictionary()),
            submissions.Count(submission => submission.Told.Status == 0),
            faults.Count(fault => fault is { Kind: "Kill", Happened: true }),
            faults.Max(fault => fault.RecoverySeconds),
            faults,
            [.. verdict.Findings.OrderBy(finding => finding.Offense).Take(FindingsShown).Select(finding => $"{finding.Offense}: {finding.What}")]);
    }

    /// <summary>From the end of a fault until a matter that was sent after it had been taken in.</summary>
    public static double? Recovery(DoneFault fault, IEnumerable<Submission> submissions)
    {
        var answers = submissions.Where(submission => submission.Told.Acknowledged && submission.Told.SentAt.TotalSeconds >= fault.End)
            .Select(submission => submission.Told.AnsweredAt.TotalSeconds - fault.End).ToList();
        return answers.Count == 0 ? null : Math.Round(answers.Min(), 1);
    }

    private static Outage OutageOf(DateTimeOffset began, DoneFault fault) =>
        new(began + TimeSpan.FromSeconds(fault.At), began + TimeSpan.FromSeconds(fault.End + (fault.RecoverySeconds ?? 0)));
}
