using Hotline.Cities.Clocks;
using Hotline.Cities.Reading;

namespace Hotline.Cities.Checking;

/// <summary>Exceptions name categories, and the ladder climbs.</summary>
internal static class ClockChecks
{
    public static void Check(CityDraft draft, KnownCodes known, Faults faults)
    {
        foreach (var (exception, at) in draft.Clocks.Exceptions)
            known.Category(exception.Category, at);
        foreach (var (rung, at) in draft.Clocks.Ladder)
        {
            if (rung.Act == LadderAct.Supervise && rung.Level == 0)
                faults.Add(at, "supervision needs a level of 1, 2 or 3");
            if (rung.Act == LadderAct.Urge && rung.Level != 0)
                faults.Add(at, "urging has no level");
        }

        foreach (var (lower, higher) in draft.Clocks.Ladder.Zip(draft.Clocks.Ladder.Skip(1)))
        {
            if (higher.Value.Level <= lower.Value.Level)
                faults.Add(higher.At, $"the ladder does not climb: level {higher.Value.Level} after level {lower.Value.Level}");
            else if (higher.Value.After.Unit == lower.Value.After.Unit && higher.Value.After.Amount <= lower.Value.After.Amount)
                faults.Add(higher.At, $"the ladder does not climb: {higher.Value.After} after {lower.Value.After}");
        }
    }
}
