using System.Collections.Immutable;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Merging;

/// <summary>What the events of clusters do to a case.</summary>
internal static class ClusterFold
{
    public static CaseFile Apply(CaseFile file, CaseEvent @event) => @event switch
    {
        CaseMerged e => file with
        {
            // A unit that had it has it no longer: unmerged, it is ready for another hand-over.
            BeforeMerge = file.Status == CaseStatus.Accepted ? CaseStatus.Accepted : CaseStatus.Triaged,
            Summary = file.Summary with
            {
                Status = CaseStatus.Merged,
                MergedInto = e.Into,
                Outcome = CloseOutcome.Merged,
                Lead = null,
                Assisting = [],
                Assists = null,
                PausedAt = null,
                PauseReason = null,
                Extension = null,
            },
        },
        CaseUnmerged => file with { Summary = file.Summary with { Status = file.BeforeMerge, MergedInto = null, Outcome = null } },
        ReporterJoined e => Noted(file, new Reporter(e.Reporter, e.ReporterVersion, Follows: true)),
        ReporterLeft e => Noted(file, new Reporter(e.Reporter, e.ReporterVersion, Follows: false)),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is of no cluster."),
    };

    /// <summary>Opened again, a case follows nobody; and when it had ended without an answer, its followers have gone back meanwhile.</summary>
    public static CaseFile Parted(CaseFile file)
    {
        var alone = file with { Summary = file.Summary with { MergedInto = null } };
        return file.Answer is null ? Led(alone, alone.Reporters.Clear()) : alone;
    }

    private static CaseFile Noted(CaseFile file, Reporter reporter) => Led(file, file.Reporters.SetItem(reporter.Case.CaseId, reporter));

    private static CaseFile Led(CaseFile file, ImmutableDictionary<CaseId, Reporter> reporters) => file with
    {
        Reporters = reporters,
        Summary = file.Summary with { Followers = reporters.Values.Count(one => one.Follows) },
    };
}
