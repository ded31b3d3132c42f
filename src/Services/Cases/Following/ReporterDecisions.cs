using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Following;

/// <summary>Who waits for the answer of a lead case. News of one reporter may come late or out of order: the reporter's version says which is newer.</summary>
internal static class ReporterDecisions
{
    // A case that follows another, and has its answer already, leads nobody; nor does one in a sealed lane, whose answer is for nobody else.
    public static Decision Decide(CaseFile file, AddReporter act) => file.Summary is { MergedInto: null, Sealed: false } && IsNews(file, act.Reporter, act.ReporterVersion)
        ? new ReporterJoined(act.Reporter, act.ReporterVersion)
        : CaseErrors.IllegalTransition(Act.AddReporter, file.Status);

    public static Decision Decide(CaseFile file, RemoveReporter act) => IsNews(file, act.Reporter, act.ReporterVersion)
        ? new ReporterLeft(act.Reporter, act.ReporterVersion)
        : CaseErrors.IllegalTransition(Act.RemoveReporter, file.Status);

    private static bool IsNews(CaseFile file, CaseReference reporter, int version) =>
        !file.Reporters.TryGetValue(reporter.CaseId, out var known) || version > known.Version;
}
