using Hotline.Contracts.Units;

namespace Hotline.Escalation.Clocks;

/// <summary>In whose hands a case lies: the desk of the hotline, a unit, or nobody once it is at its end.</summary>
public readonly record struct Holder(string Text)
{
    /// <summary>The operators and supervisors of the hotline.</summary>
    public static Holder Desk { get; } = new("desk");

    public static Holder Nobody { get; } = new("nobody");

    public static Holder Of(UnitRef? unit) => unit is { } one ? new(one.ToString()) : Desk;

    public UnitRef? Unit => UnitRef.TryParse(Text, out var unit) ? unit : null;

    public override string ToString() => Text;
}
