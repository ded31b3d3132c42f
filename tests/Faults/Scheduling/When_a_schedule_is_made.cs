using Hotline.Load.Faults;
using Hotline.Load.Faults.Scheduling;

namespace Hotline.Faults.Scheduling;

public sealed class When_a_schedule_is_made
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    public static TheoryData<int> Seeds => [1, 7, 42, 8890, 999_999];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_seed_makes_the_same_and_another_another(int seed)
    {
        Assert.Equal(Schedule.Full(seed, TenMinutes), Schedule.Full(seed, TenMinutes));
        Assert.NotEqual(Schedule.Full(seed, TenMinutes), Schedule.Full(seed + 1, TenMinutes));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ten_minutes_hold_forty_kills_and_every_kind(int seed)
    {
        var schedule = Schedule.Full(seed, TenMinutes);
        Assert.True(schedule.Count(fault => fault.Kind == FaultKind.Kill) >= 40);
        Assert.Equal(Enum.GetValues<FaultKind>().ToHashSet(), schedule.Select(fault => fault.Kind).ToHashSet());
        Assert.Contains(schedule, fault => fault is { Kind: FaultKind.StopBroker, Length.TotalSeconds: 90 });
        Assert.Contains(schedule, fault => fault is { Kind: FaultKind.Freeze, Length.TotalSeconds: 30 });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everything_is_over_when_the_load_is(int seed)
    {
        foreach (var duration in new[] { TenMinutes, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(1) })
            Assert.All(Schedule.Full(seed, duration), fault => Assert.InRange(fault.End, TimeSpan.Zero, duration));
        Assert.All(Schedule.Short(seed, FaultSettings.ShortDuration), fault => Assert.InRange(fault.End, TimeSpan.Zero, FaultSettings.ShortDuration));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_short_one_kills_crashes_freezes_and_stops_both_servers(int seed)
    {
        var kinds = Schedule.Short(seed, FaultSettings.ShortDuration).Select(fault => fault.Kind).ToList();
        Assert.True(kinds.Count(kind => kind == FaultKind.Kill) >= 5);
        Assert.Superset(
            new HashSet<FaultKind> { FaultKind.Crash, FaultKind.Freeze, FaultKind.StopBroker, FaultKind.StopDatabase, FaultKind.Shuffle }, kinds.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_is_killed_while_frozen(int seed)
    {
        var schedule = Schedule.Full(seed, TenMinutes);
        var frozen = schedule.Where(fault => fault.Kind is FaultKind.Freeze or FaultKind.SlowConsumer);
        Assert.DoesNotContain(schedule, kill => kill.Kind == FaultKind.Kill
            && frozen.Any(other => other.Target == kill.Target && other.At <= kill.At && kill.At <= other.End));
    }
}
