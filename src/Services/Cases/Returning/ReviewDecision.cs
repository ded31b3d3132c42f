using Hotline.Cases.CaseFiles;
using Hotline.Cases.Receiving;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Returning;

/// <summary>A return is reviewed once. Upheld, the case waits for another dispatch; rejected, it is handed to the same unit anew.</summary>
internal static class ReviewDecision
{
    private static readonly Error ReviewedBefore = new(ErrorKind.Conflict, "return-reviewed-before");

    public static Decision Decide(CaseFile file, ReviewReturn act)
    {
        if (file.Jurisdiction?.Returns is not [.., { Upheld: null } last])
            return ReviewedBefore;
        var reason = act.Reason is { } words ? Masking.Text(words) : null;
        var reviewed = new ReturnReviewed(last.Unit, act.Upheld, reason);
        return act.Upheld
            ? reviewed
            : new CaseEvent[] { reviewed, new CaseDispatched(last.Unit, last.Assisting, null, reason, file.Rounds + 1) };
    }
}
