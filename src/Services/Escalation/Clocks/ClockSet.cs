using Hotline.Cities.Clocks;

namespace Hotline.Escalation.Clocks;

/// <summary>Some of the clocks of a case.</summary>
[Flags]
public enum ClockSet
{
    None = 0,
    Accept = 1,
    Sign = 2,
    Return = 4,
    Contact = 8,
    Handle = 16,
    Visit = 32,
    Rule = 64,
    Review = 128,
    Rework = 256,
    Assist = 512,

    /// <summary>What a department is held to from the moment it is handed a case.</summary>
    OfDepartment = Sign | Return | Contact | Handle,

    /// <summary>What runs while units have a case: all of it ends when the case leaves them.</summary>
    OfUnits = OfDepartment | Rework | Assist,

    All = Accept | OfUnits | Review | Visit | Rule,
}

/// <summary>From sets to single clocks and back to the words of the city's policy.</summary>
public static class ClockSets
{
    private static readonly (ClockSet Member, ClockName Name)[] Members =
    [
        (ClockSet.Accept, ClockName.Accept),
        (ClockSet.Sign, ClockName.Sign),
        (ClockSet.Return, ClockName.Return),
        (ClockSet.Contact, ClockName.Contact),
        (ClockSet.Handle, ClockName.Handle),
        (ClockSet.Assist, ClockName.Assist),
        (ClockSet.Review, ClockName.Review),
        (ClockSet.Rework, ClockName.Rework),
        (ClockSet.Visit, ClockName.Visit),
        (ClockSet.Rule, ClockName.Rule),
    ];

    public static IEnumerable<ClockName> Names(this ClockSet set) => Members.Where(one => set.HasFlag(one.Member)).Select(one => one.Name);

    public static bool Holds(this ClockSet set, ClockName name) => set.Names().Contains(name);

    /// <summary>The word under which a clock stands in tables, messages and answers, e.g. <c>handle</c>.</summary>
    public static string Word(this ClockName name) => name.ToString().ToLowerInvariant();

    public static ClockName ToClockName(string word) => Enum.Parse<ClockName>(word, ignoreCase: true);
}
