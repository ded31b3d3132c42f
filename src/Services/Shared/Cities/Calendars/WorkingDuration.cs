using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotline.Cities.Calendars;

/// <summary>A limit of a policy: <c>15 min</c>, <c>24 h</c>, <c>2 working hours</c>, <c>10 working days</c>.</summary>
public readonly partial record struct WorkingDuration
{
    private WorkingDuration(int amount, DurationUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        Amount = amount;
        Unit = unit;
    }

    /// <summary>Minutes or days, by <see cref="Unit"/>; never negative.</summary>
    public int Amount { get; }

    public DurationUnit Unit { get; }

    /// <summary>As a table keeps it.</summary>
    public static WorkingDuration Of(int amount, DurationUnit unit) => new(amount, unit);

    public static WorkingDuration Minutes(int amount) => new(amount, DurationUnit.ElapsedMinutes);

    public static WorkingDuration Hours(int amount) => new(amount * 60, DurationUnit.ElapsedMinutes);

    public static WorkingDuration WorkingMinutes(int amount) => new(amount, DurationUnit.WorkingMinutes);

    public static WorkingDuration WorkingHours(int amount) => new(amount * 60, DurationUnit.WorkingMinutes);

    public static WorkingDuration WorkingDays(int amount) => new(amount, DurationUnit.WorkingDays);

    public static bool TryParse(string text, out WorkingDuration duration)
    {
        duration = default;
        var match = Shape().Match(text);
        if (!match.Success)
            return false;

        var amount = int.Parse(match.Groups["amount"].ValueSpan, CultureInfo.InvariantCulture);
        var working = match.Groups["working"].Success;
        duration = match.Groups["unit"].Value switch
        {
            "min" => working ? WorkingMinutes(amount) : Minutes(amount),
            "h" or "hour" or "hours" => working ? WorkingHours(amount) : Hours(amount),
            _ => working ? WorkingDays(amount) : Hours(amount * 24),
        };
        return true;
    }

    public override string ToString() => Unit switch
    {
        DurationUnit.WorkingDays => Amount == 1 ? "1 working day" : $"{Amount} working days",
        DurationUnit.WorkingMinutes => $"{Clock()} of working time",
        DurationUnit.ElapsedMinutes => Clock(),
    };

    private string Clock() => Amount % 60 == 0 && Amount > 0 ? $"{Amount / 60} h" : $"{Amount} min";

    [GeneratedRegex("^(?<amount>[0-9]{1,5}) (?<working>working )?(?<unit>min|h|hours?|days?)$")]
    private static partial Regex Shape();
}
