using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Asking;

/// <summary>A question to the citizen, during which the case waits, and what the citizen tells.</summary>
internal static class AskDecisions
{
    public static Decision Decide(CaseFile file, AskCitizen act)
    {
        var question = Privacy.Masked(file, act.Question);
        return new CaseEvent[] { new CitizenAsked(file.Lead, question), new CasePaused(file.Lead, PauseReason.CitizenToAnswer, question) };
    }

    public static Decision Decide(CaseFile file, AddInformation act)
    {
        var text = Privacy.Masked(file, act.Text);
        var added = new InformationAdded(text) { Secrets = Privacy.Sealed(act.Text, text) };
        // Only a wait for the citizen's words ends by them.
        return file.Question is not null && file.Summary.PauseReason == PauseReason.CitizenToAnswer
            ? new CaseEvent[] { added, new CaseResumed(null) }
            : added;
    }
}
