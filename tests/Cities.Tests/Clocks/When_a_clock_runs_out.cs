using Hotline.Cities.Calendars;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Tests.Clocks;

public class When_a_clock_runs_out
{
    private readonly ClockPolicy _clocks = DemoFolder.City.Clocks;

    [Fact]
    public void Warns_after_four_fifths_of_the_elapsed_time() =>
        Assert.Equal(
            CityTime.Of("2026-11-23 10:24"),
            _clocks.WarnAt(ClockName.Sign, Urgency.Urgent, CaseType.Complaint, null, CityTime.Of("2026-11-23 10:00")));

    [Fact]
    public void Warns_after_four_fifths_of_the_working_time()
    {
        // From Monday 10:00 to Tuesday 17:30 are 5.5 + 7 working hours; 80 % of 750 minutes are 600: Tuesday 15:00.
        var warn = _clocks.WarnAt(ClockName.Sign, Urgency.General, CaseType.Complaint, null, CityTime.Of("2026-11-23 10:00"));
        Assert.Equal(CityTime.Of("2026-11-24 15:00"), warn);
    }

    [Fact]
    public void Climbs_from_urging_to_the_third_level()
    {
        var steps = _clocks.Ladder(CityTime.Of("2026-11-23 17:30"));
        Assert.Equal(
            [
                new LadderStep(LadderAct.Urge, 0, CityTime.Of("2026-11-23 17:30")),
                new LadderStep(LadderAct.Supervise, 1, CityTime.Of("2026-11-24 17:30")),
                new LadderStep(LadderAct.Supervise, 2, CityTime.Of("2026-11-26 17:30")),
                new LadderStep(LadderAct.Supervise, 3, CityTime.Of("2026-11-30 17:30")),
            ],
            steps);
    }

    [Fact]
    public void Keeps_what_was_left_over_a_pause()
    {
        var due = CityTime.Of("2026-11-24 17:30");
        var resumed = _clocks.Resume(WorkingDuration.WorkingDays(1), due, CityTime.Of("2026-11-24 15:30"), CityTime.Of("2026-11-27 17:00"));
        Assert.Equal(CityTime.Of("2026-11-30 10:00"), resumed);
    }

    [Fact]
    public void Keeps_minutes_over_a_pause_of_a_clock_that_never_sleeps()
    {
        var resumed = _clocks.Resume(
            WorkingDuration.Minutes(30), CityTime.Of("2026-11-21 10:30"), CityTime.Of("2026-11-21 10:10"), CityTime.Of("2026-11-21 22:00"));
        Assert.Equal(CityTime.Of("2026-11-21 22:20"), resumed);
    }

    [Fact]
    public void Is_not_saved_by_a_pause_that_comes_too_late()
    {
        var due = CityTime.Of("2026-11-21 10:30");
        Assert.Equal(due, _clocks.Resume(WorkingDuration.Minutes(30), due, CityTime.Of("2026-11-21 10:31"), CityTime.Of("2026-11-21 22:00")));
    }
}
