using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;

namespace Hotline.Cases.CaseFiles;

/// <summary>Failures any act on a case can have.</summary>
public static class CaseErrors
{
    /// <summary>There is no such case.</summary>
    public static Error Unknown { get; } = new(ErrorKind.NotFound, "case-unknown");

    /// <summary>The case is not the actor's to see. Numbers are counted up, so that a case exists is no secret; what it is about is.</summary>
    public static Error Hidden { get; } = new(ErrorKind.Forbidden, "case-hidden");

    /// <summary>The actor may see the case, but not the citizen in clear.</summary>
    public static Error UnmaskForbidden { get; } = new(ErrorKind.Forbidden, "unmask-forbidden");

    /// <summary>The citizen was erased from the case: nothing can be shown of them, and nothing more be done for them.</summary>
    public static Error Erased { get; } = new(ErrorKind.Conflict, "citizen-erased");

    /// <summary>The actor may not do this to the case.</summary>
    public static Error Forbidden(Act act) => new(ErrorKind.Forbidden, "act-forbidden", Arguments: [Lifecycle.NameOf(act)]);

    /// <summary>The case waits: resume it first.</summary>
    public static Error Paused(Act act) => new(ErrorKind.Conflict, "case-paused", Arguments: [Lifecycle.NameOf(act)]);

    /// <summary>The case follows a lead case, where this is done.</summary>
    public static Error Merged(Act act, string lead) => new(ErrorKind.Conflict, "case-merged", Arguments: [Lifecycle.NameOf(act), lead]);

    /// <summary>The case lies on the screening desk: what was found is decided first.</summary>
    public static Error Held(Act act) => new(ErrorKind.Conflict, "case-held", Arguments: [Lifecycle.NameOf(act)]);

    /// <summary>The state of the case forbids the act.</summary>
    public static Error IllegalTransition(Act act, CaseStatus status) =>
        new(ErrorKind.Conflict, "illegal-transition", Arguments: [Lifecycle.NameOf(act), Word.Of(status)]);
}
