namespace Hotline.Insight.Figuring;

/// <summary>What the rates are made of. All but <paramref name="Cases"/> leave out cases that count for nobody: declined, withdrawn, out of
/// power, merged, screened as unreasonable.</summary>
/// <param name="Cases">Every case received.</param>
/// <param name="Excluded">Those left out of the rest.</param>
/// <param name="Closed">At their end.</param>
/// <param name="Due">Open, and the time for handling, doing again or calling back has passed; of a unit also what it was late with before it lost it.</param>
/// <param name="ContactsDue">Citizen contacted, or should have been, by the unit that has the case or one that had it.</param>
/// <param name="ContactsInTime">Contacted in time.</param>
/// <param name="VisitsAnswered">Return visits that reached the citizen and were answered as to satisfaction.</param>
/// <param name="Satisfied">Satisfied or better.</param>
/// <param name="SolutionsAnswered">Return visits answered as to "was it solved?".</param>
/// <param name="Solved">Answered "solved".</param>
internal readonly record struct Counts(
    long Cases, long Excluded, long Closed, long Due, long ContactsDue, long ContactsInTime,
    long VisitsAnswered, long Satisfied, long SolutionsAnswered, long Solved)
{
    /// <summary>办结率: closed ÷ due or closed.</summary>
    public double? CompletionRate => Rate(Closed, Closed + Due);

    /// <summary>响应率: first contact in time ÷ contacts due.</summary>
    public double? ResponseRate => Rate(ContactsInTime, ContactsDue);

    /// <summary>满意率: satisfied or better ÷ reached visits that answered.</summary>
    public double? SatisfactionRate => Rate(Satisfied, VisitsAnswered);

    /// <summary>解决率: "solved" by the citizen ÷ answered visits.</summary>
    public double? SolutionRate => Rate(Solved, SolutionsAnswered);

    public static Counts operator +(Counts a, Counts b) => new(
        a.Cases + b.Cases, a.Excluded + b.Excluded, a.Closed + b.Closed, a.Due + b.Due,
        a.ContactsDue + b.ContactsDue, a.ContactsInTime + b.ContactsInTime,
        a.VisitsAnswered + b.VisitsAnswered, a.Satisfied + b.Satisfied,
        a.SolutionsAnswered + b.SolutionsAnswered, a.Solved + b.Solved);

    // Of nothing there is no rate: neither none nor all of it.
    private static double? Rate(long part, long whole) => whole == 0 ? null : (double)part / whole;
}
