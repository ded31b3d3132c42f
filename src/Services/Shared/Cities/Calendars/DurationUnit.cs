namespace Hotline.Cities.Calendars;

/// <summary>What a limit counts.</summary>
public enum DurationUnit
{
    /// <summary>Minutes on the wall, day and night, holidays too.</summary>
    ElapsedMinutes,

    /// <summary>Minutes inside of working hours.</summary>
    WorkingMinutes,

    /// <summary>Whole working days: the day of the start does not count, the last one ends with its working hours
    /// (Civil Code of the PRC, art. 201 and 203).</summary>
    WorkingDays,
}
