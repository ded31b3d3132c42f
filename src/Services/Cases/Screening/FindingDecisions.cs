using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Screening;

/// <summary>What a person decides about findings, in the same act that accepts or declines.</summary>
internal static class FindingDecisions
{
    /// <summary>Findings that say the demand itself is unreasonable: no unit is measured by such a case.</summary>
    public static bool IsUnreasonable(FindingKind kind) =>
        kind is FindingKind.Repeated or FindingKind.Settled or FindingKind.Abusive or FindingKind.PrivateGain;

    /// <summary>The findings a reason to decline agrees with.</summary>
    public static bool Agrees(DeclineReason reason, FindingKind kind) => (reason, kind) switch
    {
        (DeclineReason.OutOfPower or DeclineReason.InLitigation, FindingKind.OutOfPower) => true,
        (DeclineReason.Emergency, FindingKind.Emergency) => true,
        (DeclineReason.Duplicate, FindingKind.Duplicate or FindingKind.Repeated) => true,
        (DeclineReason.SettledBefore, FindingKind.Settled) => true,
        (DeclineReason.TooVague, FindingKind.TooVague) => true,
        (DeclineReason.Abusive, FindingKind.Abusive) => true,
        (DeclineReason.PrivateGain, FindingKind.PrivateGain) => true,
        _ => false,
    };

    /// <summary>Abuse of the line that a reason to decline speaks of.</summary>
    public static FindingKind? AbuseIn(DeclineReason reason) => reason switch
    {
        DeclineReason.Abusive => FindingKind.Abusive,
        DeclineReason.PrivateGain => FindingKind.PrivateGain,
        _ => null,
    };

    /// <summary>The events of a decision: none where nothing was found.</summary>
    public static CaseEvent[] Decide(CaseFile file, Func<FindingKind, bool> upheld, string reason) => file.Summary.Findings is { } found
        ? [new FindingsDecided([.. found.Where(upheld)], reason)]
        : [];
}
