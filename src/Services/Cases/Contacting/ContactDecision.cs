using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Contacting;

/// <summary>The unit speaks to the citizen; the note is internal.</summary>
internal static class ContactDecision
{
    public static Decision Decide(CaseFile file, ContactCitizen act) => new CitizenContacted(file.Lead!.Value, act.Reached)
    {
        Secrets = act.Note is null ? null : new CaseSecrets { Record = act.Note },
    };
}
