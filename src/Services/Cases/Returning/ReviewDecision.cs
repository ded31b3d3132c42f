using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Returning;

/// <summary>A return is reviewed once. Upheld, the case waits for another dispatch; rejected, it is handed to the same unit anew.</summary>
internal static class ReviewDecision
{
    private static readonly Error ReviewedBefore = new(ErrorKind.Conflict, "return-reviewed-before");

    public static Decision Decide(CaseFile file, ReviewReturn act)
    {
        if (Pending(file) is not { } last)
            return ReviewedBefore;
        var reason = act.Reason is { } words ? Privacy.Masked(file, words) : null;
        var reviewed = new ReturnReviewed(last.Unit, act.Upheld, reason);
        return act.Upheld
            ? reviewed
            : new CaseEvent[] { reviewed, new CaseDispatched(last.Unit, last.Assisting, null, reason, file.Rounds + 1) };
    }

    /// <summary>What a dispatch says of the return before it: whoever sends the case elsewhere upholds it, whoever sends it back does not.</summary>
    public static CaseEvent[] By(CaseFile file, UnitRef lead, string? reason) =>
        Pending(file) is { } last ? [new ReturnReviewed(last.Unit, last.Unit != lead, reason)] : [];

    /// <summary>The return the case is at the desk for, while nobody has reviewed it: not one before the case was taken back from somebody else.</summary>
    private static UnitReturn? Pending(CaseFile file) =>
        file.Jurisdiction?.Returns is [.., { Upheld: null } last] && last.At == file.Summary.HandlingSince ? last : null;
}
