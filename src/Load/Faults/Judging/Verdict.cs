namespace Hotline.Load.Faults.Judging;

/// <summary>How a finding counts.</summary>
internal enum Offense
{
    /// <summary>Acknowledged, and not there.</summary>
    Lost,

    /// <summary>There more often than it was asked for.</summary>
    Duplicated,

    /// <summary>There, and must not be.</summary>
    Illegal,

    /// <summary>A deadline that was acted on too late.</summary>
    Late,
}

/// <summary>One thing that is wrong.</summary>
/// <param name="What">For people: which case, and what about it.</param>
internal sealed record Finding(Offense Offense, string What);

/// <summary>What the oracle says.</summary>
/// <param name="Attempted">Matters that were sent.</param>
/// <param name="Acknowledged">Of those, how many were answered with 201.</param>
/// <param name="Present">Cases in the ledger.</param>
internal sealed record Verdict(int Attempted, int Acknowledged, int Present, IReadOnlyList<Finding> Findings)
{
    public int Lost => Count(Offense.Lost);

    public int Duplicated => Count(Offense.Duplicated);

    public int Illegal => Count(Offense.Illegal);

    public int Late => Count(Offense.Late);

    private int Count(Offense offense) => Findings.Count(finding => finding.Offense == offense);
}
