using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Completing;

/// <summary>The desk adds what the citizen left out, of the five elements (五要素) those that are no words: when, where and who.</summary>
internal static class CompleteDecision
{
    public static Decision Decide(CompleteDetails act) => new DetailsCompleted(act.Place?.Area, act.OccurredAt, act.PhoneHash)
    {
        Secrets = new CaseSecrets
        {
            Name = act.Name,
            Phone = act.Phone,
            Address = act.Place?.Address,
            Latitude = act.Place?.Latitude,
            Longitude = act.Place?.Longitude,
        } is var told && told != new CaseSecrets() ? told : null,
    };
}
