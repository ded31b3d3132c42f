using Hotline.Cities.Calendars;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Tests.Clocks;

/// <summary>The table of the domain, cell by cell.</summary>
public class When_a_clock_starts
{
    private readonly ClockPolicy _clocks = DemoFolder.City.Clocks;

    [Theory]
    [InlineData(ClockName.Accept, "15 min", "2 h", "2 working hours")]
    [InlineData(ClockName.Sign, "30 min", "2 h", "1 working day")]
    [InlineData(ClockName.Return, "1 h", "4 h", "2 working days")]
    [InlineData(ClockName.Contact, "2 h", "24 h", "1 working day")]
    [InlineData(ClockName.Offer, "3 min", "5 min", "15 min")]
    [InlineData(ClockName.Visit, "24 h", "1 working day", "1 working day")]
    [InlineData(ClockName.Rule, "4 h", "24 h", "5 working days")]
    public void Is_as_long_as_the_table_says_whatever_the_type(ClockName clock, string urgent, string pressing, string general)
    {
        foreach (var type in Enum.GetValues<CaseType>())
        {
            Assert.Equal(Limit(urgent), _clocks.Limit(clock, Urgency.Urgent, type, category: null));
            Assert.Equal(Limit(pressing), _clocks.Limit(clock, Urgency.Pressing, type, category: null));
            Assert.Equal(Limit(general), _clocks.Limit(clock, Urgency.General, type, category: null));
        }
    }

    [Theory]
    [InlineData(CaseType.Inquiry, "2 working days")]
    [InlineData(CaseType.HelpRequest, "10 working days")]
    [InlineData(CaseType.Suggestion, "10 working days")]
    [InlineData(CaseType.Complaint, "15 working days")]
    [InlineData(CaseType.Report, "15 working days")]
    [InlineData(CaseType.Praise, "10 working days")]
    public void Gives_general_matters_time_by_their_type(CaseType type, string general)
    {
        Assert.Equal(Limit("2 h"), _clocks.Limit(ClockName.Handle, Urgency.Urgent, type, category: null));
        Assert.Equal(Limit("24 h"), _clocks.Limit(ClockName.Handle, Urgency.Pressing, type, category: null));
        Assert.Equal(Limit(general), _clocks.Limit(ClockName.Handle, Urgency.General, type, category: null));
    }

    [Theory]
    [InlineData("utilities.water.outage")]
    [InlineData("utilities.power.outage")]
    [InlineData("utilities.gas.outage")]
    [InlineData("utilities.heating.outage")]
    public void Treats_outages_of_water_power_gas_and_heating_as_pressing(string category) =>
        Assert.Equal(Urgency.Pressing, DemoFolder.City.Categories.Find(category)!.Urgency);

    [Fact]
    public void Lets_a_category_have_its_own_limit()
    {
        Assert.Equal(Limit("10 working days"), _clocks.Limit(ClockName.Handle, Urgency.General, CaseType.Complaint, "labor.pay.arrears"));
        Assert.Equal(Limit("15 working days"), _clocks.Limit(ClockName.Handle, Urgency.General, CaseType.Complaint, "labor.pay.overtime"));
        Assert.Equal(Limit("24 h"), _clocks.Limit(ClockName.Handle, Urgency.Pressing, CaseType.Complaint, "labor.pay.arrears"));
    }

    [Theory]
    [InlineData(Urgency.Urgent, "2026-11-21 23:50", "2026-11-22 00:20")]
    [InlineData(Urgency.Pressing, "2026-11-21 23:50", "2026-11-22 01:50")]
    [InlineData(Urgency.General, "2026-11-21 23:50", "2026-11-23 17:30")]
    public void Runs_around_the_clock_unless_general(Urgency urgency, string start, string due) =>
        Assert.Equal(CityTime.Of(due), _clocks.DueAt(ClockName.Sign, urgency, CaseType.Complaint, null, CityTime.Of(start)));

    private static WorkingDuration Limit(string text) => WorkingDuration.TryParse(text, out var limit) ? limit : throw new FormatException(text);
}
