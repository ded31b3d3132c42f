using System.Globalization;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Screening;
using Hotline.Cities.Screening;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Declining;

/// <summary>不予受理: never without telling the citizen why. Findings that agree with the reason are upheld, and those that are named.</summary>
internal static class DeclineDecision
{
    public static Decision Decide(CaseFile file, DeclineCase act, ScreeningPolicy screening)
    {
        if ((act.Upheld ?? []).Except(file.Summary.Findings ?? []).ToList() is { Count: > 0 } unknown)
            return ScreeningErrors.NotFound(unknown);
        var whereToGo = string.IsNullOrWhiteSpace(act.WhereToGo) ? WhereToGo(file, act.Reason, screening) : act.WhereToGo;
        CaseEvent[] events = [.. Findings(file, act), new CaseDeclined(act.Reason, act.Explanation, whereToGo)];
        return events;
    }

    private static CaseEvent[] Findings(CaseFile file, DeclineCase act)
    {
        List<FindingKind> upheld =
            [.. (file.Summary.Findings ?? []).Where(kind => FindingDecisions.Agrees(act.Reason, kind) || act.Upheld?.Contains(kind) == true)];
        // No rule saw the abuse of the line, but a person did: it costs the citizen's standing all the same, and once.
        if (FindingDecisions.AbuseIn(act.Reason) is { } abuse && !upheld.Contains(abuse) && file.Summary.AppealedAt is null)
            upheld.Add(abuse);
        return file.Summary.Findings is null && upheld.Count == 0 ? [] : [new FindingsDecided(upheld, act.Explanation)];
    }

    // In the language of the matter, for it is read by whoever wrote it.
    private static string? WhereToGo(CaseFile file, DeclineReason reason, ScreeningPolicy screening)
    {
        var text = $"{file.Summary.Title}\n{file.Text}";
        return reason is DeclineReason.OutOfPower or DeclineReason.InLitigation
            ? screening.ElsewhereOf(text)?.WhereToGo.In(CultureInfo.GetCultureInfo(text.Any(char.IsAsciiLetter) && !text.Any(IsHan) ? "en" : "zh-CN"))
            : null;
    }

    private static bool IsHan(char sign) => sign is >= '\u4e00' and <= '\u9fff';
}
