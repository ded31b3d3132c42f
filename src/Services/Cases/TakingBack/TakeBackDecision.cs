using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.TakingBack;

/// <summary>Only from a unit that let a deadline pass and has not stirred since. Unlike a return it counts against the unit.</summary>
internal static class TakeBackDecision
{
    private static readonly Error NotSilent = new(ErrorKind.Conflict, "unit-not-silent");

    public static Decision Decide(CaseFile file, TakeBackCase act) =>
        file.Missed is { } clock ? new CaseTakenBack(file.Lead!.Value, clock, act.Reason) : NotSilent;
}
