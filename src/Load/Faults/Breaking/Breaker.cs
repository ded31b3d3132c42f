using Hotline.Load.Faults.Scheduling;
using Hotline.Load.Faults.Subscribing;
using Hotline.Load.Faults.Working;
using Hotline.Load.Running;

namespace Hotline.Load.Faults.Breaking;

/// <summary>Breaks what the schedule says, when it says so.</summary>
internal sealed class Breaker(
    Instance instance, Links links, Department department, MessageShuffle shuffle, CrashFolder crashes, RunClock clock, Action<DoneFault> tell)
{
    /// <summary>Returns when the last fault is over and everything is mended that does not mend itself.</summary>
    public async Task<IReadOnlyList<DoneFault>> RunAsync(IReadOnlyList<PlannedFault> schedule)
    {
        var done = await Task.WhenAll(schedule.Select(DoAsync));
        links.Mend();
        return done;
    }

    private async Task<DoneFault> DoAsync(PlannedFault fault)
    {
        await clock.UntilAsync(fault.At);
        var started = clock.Elapsed;
        var note = await BreakAsync(fault);
        var done = new DoneFault(
            Seconds(started), fault.Kind.ToString(), fault.Target, Seconds(clock.Elapsed - started), note is null || note.Happened, Note: note?.Text);
        tell(done);
        return done;
    }

    private Task<Note?> BreakAsync(PlannedFault fault) => fault.Kind switch
    {
        FaultKind.Kill => KillAsync(fault.Target),
        FaultKind.Crash => CrashAsync(fault.Target),
        FaultKind.Freeze or FaultKind.SlowConsumer => FreezeAsync(fault.Target, fault.Length),
        FaultKind.SlowDepartment => SlowAsync(fault.Length),
        FaultKind.StopBroker => StopAsync(fault.Target, fault.Length),
        FaultKind.StopDatabase => QuitAsync(fault.Target),
        FaultKind.Latency => DisturbAsync(fault, Proxying.Disturbance.Latency),
        FaultKind.Reset => DisturbAsync(fault, Proxying.Disturbance.Reset),
        FaultKind.Blackhole => DisturbAsync(fault, Proxying.Disturbance.Blackhole),
        FaultKind.LostAnswers => DisturbAsync(fault, Proxying.Disturbance.LostAnswers),
        FaultKind.Shuffle => ShuffleAsync(fault.Length),
    };

    private async Task<Note?> KillAsync(string process)
    {
        if (await PidAsync(process) is null)
        {
            return Note.NothingThere;
        }

        await instance.ActAsync(process, "kill");
        return null;
    }

    private async Task<Note?> CrashAsync(string crash) =>
        await crashes.AskAsync(crash) ? null : new Note(false, "nobody came by");

    private async Task<Note?> FreezeAsync(string process, TimeSpan length)
    {
        if (await PidAsync(process) is not { } pid)
        {
            return Note.NothingThere;
        }

        await Signals.SendAsync(Signals.Freeze, pid);
        await Task.Delay(length);
        await Signals.SendAsync(Signals.Thaw, pid);
        return null;
    }

    private async Task<Note?> SlowAsync(TimeSpan length)
    {
        department.Pause();
        await Task.Delay(length);
        department.Resume();
        return null;
    }

    private async Task<Note?> StopAsync(string process, TimeSpan length)
    {
        await instance.ActAsync(process, "stop");
        await Task.Delay(length);
        await instance.ActAsync(process, "start");
        return null;
    }

    private async Task<Note?> QuitAsync(string process)
    {
        if (await PidAsync(process) is not { } pid)
        {
            return Note.NothingThere;
        }

        await Signals.SendAsync(Signals.Quit, pid);
        return null;
    }

    private async Task<Note?> DisturbAsync(PlannedFault fault, Proxying.Disturbance disturbance)
    {
        links[fault.Target].Set(disturbance);
        await Task.Delay(fault.Length);
        links[fault.Target].Set(Proxying.Disturbance.None);
        return null;
    }

    private async Task<Note?> ShuffleAsync(TimeSpan length) => new(true, $"{await shuffle.RunAsync(length)} messages sent again");

    private async Task<int?> PidAsync(string process) =>
        (await instance.ProcessesAsync()).FirstOrDefault(report => report.Name == process)?.Pid;

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 1);

    private sealed record Note(bool Happened, string? Text)
    {
        public static Note NothingThere { get; } = new(false, "no such process at that moment");
    }
}
