namespace Hotline.Cities.Tests.Merchants;

public class When_hours_are_read
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("daily 00:00-24:00", "2026-11-22 23:59", true)]
    [InlineData("Mon-Fri 08:00-18:00", "2026-11-23 08:00", true)]
    [InlineData("Mon-Fri 08:00-18:00", "2026-11-23 18:00", false)]
    [InlineData("Mon-Fri 08:00-18:00", "2026-11-22 12:00", false)]
    [InlineData("Mon-Fri 08:00-12:00 14:00-18:00; Sat 09:00-12:00", "2026-11-21 10:00", true)]
    [InlineData("Mon-Fri 08:00-12:00 14:00-18:00; Sat 09:00-12:00", "2026-11-23 13:00", false)]
    [InlineData("Fri 18:00-02:00", "2026-11-21 01:59", true)] // Friday night reaches into Saturday
    [InlineData("Fri 18:00-02:00", "2026-11-20 01:59", false)]
    [InlineData("Sat-Mon 10:00-11:00", "2026-11-22 10:30", true)]
    [InlineData("Sat 22:00-06:00", "2026-11-22 05:00", true)]
    public void Cover_what_they_say(string text, string at, bool covered)
    {
        Assert.True(WeeklyHours.TryParse(text, out var hours));
        Assert.Equal(covered, hours.Cover(CityTime.Of(at), Zone));
    }

    [Theory]
    [InlineData("")]
    [InlineData("daily")]
    [InlineData("Mon-Fri")]
    [InlineData("Monday 08:00-09:00")]
    [InlineData("Mon 8:00-9:00")]
    [InlineData("Mon 08:00-08:00")]
    [InlineData("Mon 24:00-08:00")]
    [InlineData("Mon-Tue-Wed 08:00-09:00")]
    public void Refuse_what_they_do_not_understand(string text) => Assert.False(WeeklyHours.TryParse(text, out _));
}
