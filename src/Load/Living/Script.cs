namespace Hotline.Load.Living;

/// <summary>The three lines of the mission.</summary>
internal enum Line
{
    LifeService,
    Consultation,
    Efficiency,
}

/// <summary>How one case will go; everything that the figures will say of it follows from this.</summary>
/// <param name="Line">Which line.</param>
/// <param name="Finished">False: handed over and then forgotten, until its time has passed.</param>
/// <param name="Withdrawn">The citizen takes it back before anybody handles it.</param>
/// <param name="Detour">A return by the unit, a refused offer, an expert instead of an answer at once.</param>
/// <param name="Silent">The first merchant asked never answers: the offer expires.</param>
/// <param name="Redone">First visit dissatisfied through the unit's fault, then done again.</param>
/// <param name="Satisfied">What the citizen says at last.</param>
internal sealed record Script(Line Line, bool Finished, bool Withdrawn, bool Detour, bool Silent, bool Redone, bool Satisfied);

/// <summary>Which case goes how: the mission's proportions to the case, spread evenly, and the same in every run.</summary>
/// <param name="Cases">How many in all.</param>
internal sealed record History(int Cases)
{
    /// <summary>27 November 2014 – 7 February 2017.</summary>
    public const int MissionCases = 165_509;

    private const int MissionLifeServices = 99_590;
    private const int MissionConsultations = 45_615;
    private const double Completion = 0.9855;
    private const double Satisfaction = 0.9983;
    private const double Withdrawn = 0.003;
    private const double Detours = 0.08;
    private const double Silent = 0.01;
    private const double Redone = 0.02;

    public int LifeServices { get; } = Share(Cases, MissionLifeServices);

    public int Consultations { get; } = Share(Cases, MissionConsultations);

    public int Efficiency => Cases - LifeServices - Consultations;

    /// <summary>The script of a case.</summary>
    /// <param name="number">0 to <see cref="Cases"/> − 1.</param>
    public Script this[int number]
    {
        get
        {
            // A fixed stride that shares no factor with the number of cases mixes the lines without any randomness.
            var place = (int)((long)number * Stride % Cases);
            var (line, index, count) = place < LifeServices ? (Line.LifeService, place, LifeServices)
                : place < LifeServices + Consultations ? (Line.Consultation, place - LifeServices, Consultations)
                : (Line.Efficiency, place - LifeServices - Consultations, Efficiency);
            var withdrawn = Falls(index, Withdrawn, 0);
            // All that were not brought to an end lie with departments: nobody else's clock can run out while the run lasts.
            var finished = withdrawn || line != Line.Efficiency || !Falls(index, (1 - Completion) * Cases / Math.Max(1, count), 1);
            return new Script(line, finished, withdrawn, Falls(index, Detours, 2), Falls(index, Silent, 3), Falls(index, Redone, 4), !Falls(index, 1 - Satisfaction, 5));
        }
    }

    private long Stride => new[] { 7919, 7927, 7933, 7937 }.First(prime => Cases % prime != 0);

    private static int Share(int cases, int missionCases) => (int)Math.Round((double)cases * missionCases / MissionCases);

    // To the case, spread evenly; each kind begins elsewhere.
    private static bool Falls(int index, double share, int kind)
    {
        var place = index + (kind * 0.618 / share);
        return Math.Floor((place + 1) * share) > Math.Floor(place * share);
    }
}
