using Hotline.Cities.Reading;

namespace Hotline.Cities.Checking;

/// <summary>What no file can know alone: references between files, duplicates, coverage.</summary>
internal static class CityChecks
{
    public static void Run(CityDraft draft, Faults faults)
    {
        UniqueCodes.Check(draft, faults);
        var known = new KnownCodes(draft, faults);
        References.Check(draft, known);
        ClockChecks.Check(draft, known, faults);
        RuleChecks.Check(draft, known, faults);
        ReviewChecks.Check(draft, known);
        RoutingCoverage.Check(draft, faults);
        ServiceCoverage.Check(draft, faults);
        ConsultationCoverage.Check(draft, faults);
        AccountChecks.Check(draft, faults);
        TextChecks.Check(draft, faults);
    }
}
