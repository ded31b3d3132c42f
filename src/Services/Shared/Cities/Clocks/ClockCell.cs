using Hotline.Cities.Calendars;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Clocks;

/// <summary>One figure of the clock table.</summary>
/// <param name="Type">Null: for every type of matter.</param>
public sealed record ClockCell(ClockName Clock, Urgency Urgency, CaseType? Type, WorkingDuration Within);

/// <summary>A shorter or longer limit for part of the category tree, with its reason.</summary>
/// <param name="Category">A category or the beginning of one (<c>utilities.water</c>).</param>
/// <param name="Urgency">Null: whatever the urgency.</param>
/// <param name="Type">Null: whatever the type.</param>
public sealed record ClockException(
    ClockName Clock, string Category, Urgency? Urgency, CaseType? Type, WorkingDuration Within, LocalText Why);
