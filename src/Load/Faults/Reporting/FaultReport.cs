using Hotline.Load.Faults.Breaking;

namespace Hotline.Load.Faults.Reporting;

/// <summary>What a run came to; its names are those of <c>--json</c>.</summary>
/// <param name="Attempted">Matters that clients sent.</param>
/// <param name="Acknowledged">Answered with 201.</param>
/// <param name="Present">Cases in the ledger.</param>
/// <param name="Lost">Acknowledged – matter, act or event of a department – and not there.</param>
/// <param name="Duplicated">There more often than asked for.</param>
/// <param name="Illegal">There and must not be: broken chains, forbidden transitions, read models that differ from the ledger, early deadlines.</param>
/// <param name="LateDeadlines">Acted on more than a minute after the time, outages not counted.</param>
/// <param name="DrainSeconds">From the end of faults and load until everything had followed the ledger.</param>
/// <param name="NotDrained">What had not followed in time; null when all had.</param>
/// <param name="Acts">Acts acknowledged besides.</param>
/// <param name="Retries">Requests sent again for want of an answer.</param>
/// <param name="Answers">Requests by the status they were answered with; 0 for those that were not.</param>
/// <param name="Unknown">Matters without any definite answer: they may be there or not.</param>
/// <param name="Findings">The first of what is wrong, for people.</param>
internal sealed record FaultReport(
    int Seed,
    double Minutes,
    int Attempted,
    int Acknowledged,
    int Present,
    int Lost,
    int Duplicated,
    int Illegal,
    int LateDeadlines,
    double DrainSeconds,
    string? NotDrained,
    int Acts,
    int Retries,
    IReadOnlyDictionary<int, int> Answers,
    int Unknown,
    int Kills,
    double? RecoverySecondsMax,
    IReadOnlyList<DoneFault> Faults,
    IReadOnlyList<string> Findings)
{
    /// <summary>Nothing was lost, done twice, or wrong.</summary>
    public bool Holds => Lost == 0 && Duplicated == 0 && Illegal == 0;
}
