using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Completing;

/// <summary>The desk adds what the citizen left out, of the five elements (五要素) those that are no words: when and where.</summary>
internal static class CompleteDecision
{
    public static Decision Decide(CompleteDetails act) => new DetailsCompleted(act.Place?.Area, act.OccurredAt)
    {
        Secrets = act.Place is { } place && (place.Address ?? (object?)place.Latitude) is not null
            ? new CaseSecrets { Address = place.Address, Latitude = place.Latitude, Longitude = place.Longitude }
            : null,
    };
}
