using Hotline.Cases.CaseFiles;
using Hotline.Cases.Returning;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Dispatching;

/// <summary>交办: exactly one lead; each line goes to its own kind of unit.</summary>
internal static class DispatchDecision
{
    public static Decision Decide(CaseFile file, DispatchCase act)
    {
        if (UnitFor(file.Summary.Kind) != act.Lead.Kind)
            return Error.Invalid("unit", "wrong-kind-of-unit", act.Lead.ToString());
        if (file.Summary.Kind == CaseKind.Efficiency && file.Status == CaseStatus.Accepted)
            return CaseErrors.IllegalTransition(Act.Dispatch, file.Status);
        var assisting = act.Assisting.Where(unit => unit != act.Lead).Distinct().ToArray();
        CaseEvent[] events = [.. ReviewDecision.By(file, act.Lead, act.Reason), new CaseDispatched(act.Lead, assisting, act.Rule, act.Reason, file.Rounds + 1, act.Ruling)];
        return events;
    }

    private static UnitKind UnitFor(CaseKind kind) => kind switch
    {
        CaseKind.LifeService => UnitKind.Merchant,
        CaseKind.Consultation => UnitKind.Expert,
        CaseKind.Efficiency => UnitKind.Department,
    };
}
