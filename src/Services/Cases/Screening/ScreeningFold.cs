using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Screening;

/// <summary>What findings do to a case.</summary>
internal static class ScreeningFold
{
    public static CaseFile Apply(CaseFile file, CaseEvent @event) => @event switch
    {
        CaseHeld e => file with
        {
            Findings = [.. file.Findings, .. e.Findings],
            Summary = file.Summary with
            {
                Status = CaseStatus.Held,
                Findings = [.. (file.Summary.Findings ?? []).Union(e.Findings.Select(finding => finding.Kind))],
            },
        },
        // What was found when it was declined is decided: a person looks at that decision now.
        AppealLodged => file with { Summary = file.Summary with { Status = CaseStatus.Held, Findings = null, AppealedAt = @event.At } },
        FindingsDecided e => file with
        {
            Summary = file.Summary with { Findings = null, Unreasonable = e.Upheld.Any(FindingDecisions.IsUnreasonable) },
        },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} finds nothing."),
    };
}
