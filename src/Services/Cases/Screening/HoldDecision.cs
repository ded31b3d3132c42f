using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Screening;

/// <summary>What was found about a case that nobody has decided on yet. Found again, it is not told again.</summary>
internal static class HoldDecision
{
    public static Decision Decide(CaseFile file, HoldCase act)
    {
        var news = act.Findings.Except(file.Findings).ToArray();
        return news.Length == 0 ? ScreeningErrors.FoundBefore : new CaseHeld(news);
    }
}
