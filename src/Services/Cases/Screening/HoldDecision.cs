using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Screening;

/// <summary>What was found about a case that nobody has decided on yet. Found again, it is not told again; and what is appealed against was screened when it was declined.</summary>
internal static class HoldDecision
{
    public static Decision Decide(CaseFile file, HoldCase act)
    {
        var news = act.Findings.Except(file.Findings).ToArray();
        return news.Length == 0 || file.Summary.AppealedAt is not null ? ScreeningErrors.FoundBefore : new CaseHeld(news);
    }
}
