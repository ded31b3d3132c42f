using Hotline.Hosting.Timing;

namespace Hotline.Ledger.Tests.Timing;

public class When_clocks_are_set
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private readonly Machine _machine = new() { Wall = Noon };
    private readonly SharedClock _clock;

    public When_clocks_are_set() => _clock = new SharedClock(_machine);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(72)]
    public void The_machines_own_changes_nothing(int hours)
    {
        Assert.Equal(ClockReading.First, Reads(Noon));
        Pass(TimeSpan.FromMinutes(5));
        _machine.Wall += TimeSpan.FromHours(hours);

        Assert.Equal(Noon.AddMinutes(5), _clock.GetUtcNow());
        Assert.Equal(ClockReading.Agrees, Reads(Noon.AddMinutes(5)));
        Assert.Equal(Noon.AddMinutes(5), _clock.GetUtcNow());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(72)]
    public void The_databases_changes_nothing_either(int hours)
    {
        Reads(Noon);
        Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(ClockReading.DatabaseJumped, Reads(Noon.AddMinutes(5).AddHours(hours)));
        Assert.Equal(Noon.AddMinutes(5), _clock.GetUtcNow());
    }

    [Fact]
    public void A_machine_that_stood_still_is_told_how_late_it_is()
    {
        // Its own clock was wrong all the time.
        _machine.Wall += TimeSpan.FromMinutes(17);
        Reads(Noon);
        _machine.Wall += TimeSpan.FromHours(2);

        Assert.Equal(ClockReading.StoodStill, Reads(Noon.AddHours(2)));
        Assert.Equal(Noon.AddHours(2), _clock.GetUtcNow());
    }

    [Fact]
    public void The_way_of_the_answer_counts_half_and_a_slow_one_not_at_all()
    {
        var asked = _clock.GetTimestamp();
        Pass(TimeSpan.FromMilliseconds(200));
        Assert.Equal(ClockReading.First, _clock.Read(Noon, asked));
        Assert.Equal(Noon.AddMilliseconds(100), _clock.GetUtcNow());

        asked = _clock.GetTimestamp();
        Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(ClockReading.TooSlow, _clock.Read(Noon, asked));
    }

    private ClockReading Reads(DateTimeOffset database) => _clock.Read(database, _clock.GetTimestamp());

    private void Pass(TimeSpan time)
    {
        _machine.Wall += time;
        _machine.Count += time.Ticks;
    }

    private sealed class Machine : TimeProvider
    {
        public DateTimeOffset Wall { get; set; }

        public long Count { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Count;
    }
}
