using System.Diagnostics;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Cases.Auditing;

/// <summary>What somebody looked at, or tried to. Acts on a case stand in the ledger.</summary>
public enum AccessKind
{
    /// <summary>A case, masked.</summary>
    Read,

    /// <summary>The record of a case, masked.</summary>
    Timeline,

    /// <summary>What the desk and the units wrote down among themselves, masked.</summary>
    Records,

    /// <summary>A file of a case.</summary>
    File,

    /// <summary>Something was to be done to a case, and was not theirs to do; what, says the note.</summary>
    Act,

    /// <summary>The citizen of a case, in clear.</summary>
    Unmask,

    /// <summary>All cases of a citizen, in clear.</summary>
    Export,

    /// <summary>A citizen was to be erased.</summary>
    Erase,

    /// <summary>The cases of a phone number, masked.</summary>
    PhoneSearch,

    /// <summary>Something was done to Hotline itself: parked messages put back, lists told anew; what, says the note.</summary>
    Operate,

    /// <summary>Who had looked at a case.</summary>
    CaseAccess,

    /// <summary>What somebody had looked at and done.</summary>
    Audit,
}

/// <summary>One entry of the trail.</summary>
/// <param name="Purpose">What for, as a word.</param>
/// <param name="Note">What for, in words.</param>
/// <param name="Result"><c>done</c>, or the code of the refusal.</param>
internal sealed record Access(
    DateTimeOffset At, Caller Caller, AccessKind Kind, CaseId? CaseId, string? Number, string? Purpose, string? Note, string Result, string? Trace)
{
    private const string Done = "done";

    /// <param name="caller">Who.</param>
    /// <param name="kind">What.</param>
    /// <param name="at">When.</param>
    /// <param name="refused">Why not; null when it was answered.</param>
    public static Access Of(Caller caller, AccessKind kind, DateTimeOffset at, Error? refused = null) =>
        new(at, caller, kind, null, null, null, null, refused?.Code ?? Done, Activity.Current?.Id);

    /// <summary>About one case.</summary>
    public Access To(CaseId id, string number) => this with { CaseId = id, Number = number };

    /// <summary>One entry for each case; one all the same when there is none.</summary>
    public IReadOnlyList<Access> ToEach(IReadOnlyCollection<CaseView> cases) =>
        cases.Count == 0 ? [this] : [.. cases.Select(view => To(view.Case.CaseId, view.Case.Number))];
}

/// <summary>Expected failures of whoever looks at more than a case.</summary>
internal static class AccessErrors
{
    /// <summary>403: it is not for the caller's role.</summary>
    public static Error NotAllowed { get; } = new(ErrorKind.Forbidden, "not-allowed");
}
