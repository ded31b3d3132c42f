using Hotline.Cases.CaseFiles;
using Hotline.Cases.Receiving;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Asking;

/// <summary>A question to the citizen, during which the case waits, and what the citizen tells.</summary>
internal static class AskDecisions
{
    public static Decision Decide(CaseFile file, AskCitizen act) => new CaseEvent[]
    {
        new CitizenAsked(file.Lead, act.Question),
        new CasePaused(file.Lead, PauseReason.CitizenToAnswer),
    };

    public static Decision Decide(CaseFile file, AddInformation act)
    {
        var text = Masking.Text(act.Text, file.Citizen?.Name, file.Citizen?.Phone, file.Summary.Citizen.HideIdentity);
        var added = new InformationAdded(text) { Secrets = text == act.Text ? null : new CaseSecrets { Text = act.Text } };
        // Only a wait for the citizen's words ends by them.
        return file.Question is not null && file.Summary.PauseReason == PauseReason.CitizenToAnswer
            ? new CaseEvent[] { added, new CaseResumed(null) }
            : added;
    }
}
