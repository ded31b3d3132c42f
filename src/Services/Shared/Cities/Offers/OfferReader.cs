using System.Collections.Immutable;
using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Offers;

/// <summary>Reads <c>offers.yaml</c>.</summary>
internal static class OfferReader
{
    public const string File = "offers.yaml";

    public static OfferPolicy? Read(CityFolder folder)
    {
        if (YamlFile.Read(folder, File) is not { } root)
            return null;
        var policy = new OfferPolicy(
            root.Required("roundsBeforePublishing")?.Whole(1, 100) ?? 0,
            root.Required("maxOpenJobs")?.Whole(1, 1000) ?? 0,
            root.Required("reachKilometers")?.Number(0.1, 1000) ?? 0,
            root.Required("fairnessHours")?.Whole(1, 10_000) ?? 0,
            root.Required("weights") is { } weights ? Weights(weights) : new(0, 0, 0, 0, 0),
            root.Required("credit") is { } credit ? Credit(credit) : new(0, 0, 0, 0, ImmutableDictionary<CreditCause, int>.Empty));
        return root.Reported(policy);
    }

    private static OfferWeights Weights(YamlPart part)
    {
        double Share(string key) => part.Required(key)?.Number(0, 1) ?? 0;
        var weights = new OfferWeights(Share("credit"), Share("distance"), Share("load"), Share("satisfaction"), Share("fairness"));
        var sum = weights.Credit + weights.Distance + weights.Load + weights.Satisfaction + weights.Fairness;
        if (Math.Abs(sum - 1) > 0.0001)
            part.Fault(FormattableString.Invariant($"the weights make {sum:0.###}, expected 1"));
        return part.Reported(weights);
    }

    private static CreditPolicy Credit(YamlPart part)
    {
        int Points(string key) => part.Required(key)?.Whole(0, 1000) ?? 0;
        var (highest, warned, suspended, expelled) = (Points("highest"), Points("warnedBelow"), Points("suspendedBelow"), Points("expelledBelow"));
        if (!(highest >= warned && warned >= suspended && suspended >= expelled))
            part.Fault("expected highest >= warnedBelow >= suspendedBelow >= expelledBelow");
        var moves = part.Required("moves") is { } list ? Moves(list) : ImmutableDictionary<CreditCause, int>.Empty;
        return part.Reported(new CreditPolicy(highest, warned, suspended, expelled, moves));
    }

    private static ImmutableDictionary<CreditCause, int> Moves(YamlPart part) => part.Reported(
        Enum.GetValues<CreditCause>().ToImmutableDictionary(
            cause => cause, cause => part.Required(Word.Of(cause))?.Whole(-1000, 1000) ?? 0));
}
