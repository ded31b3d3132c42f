using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Announcing;

/// <summary>An incident has no citizen of its own to call back: it ends with its reply. Its followers are called back each for themselves.</summary>
internal static class IncidentDecision
{
    public static Decision EndWith(CaseFile file, Decision replied) => file.Summary.IncidentUntil is null || replied.Error is not null
        ? replied
        : replied with { Events = [.. replied.Events, new CaseClosed(CloseOutcome.Explained)] };
}
