using Hotline.Load.Ceiling;
using Hotline.Load.Driving;
using Hotline.Load.Measuring;
using Hotline.Load.Running;

namespace Hotline.Load.Intake;

/// <param name="Clients">Of the closed loop.</param>
/// <param name="Rate">Of the open loop, cases per second.</param>
/// <param name="Duration">Of each of the three measurements.</param>
internal sealed record IntakePlan(int Clients, double Rate, TimeSpan Duration);

/// <summary>How much is taken in, how quickly, at what cost, and how far everything behind it stays behind.</summary>
internal static class IntakeRun
{
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    public static async Task<IntakeReport> RunAsync(Instance instance, IntakePlan plan, Action<string> step)
    {
        using var api = new Api(instance.Gateway, new Tokens(instance.Place, instance.Gateway, TimeProvider.System));
        await using var backlog = await BacklogProbe.OpenAsync(instance.Addresses);
        var run = Guid.NewGuid().ToString("N");

        step($"Warming up for {_warmUp.TotalSeconds:0} s");
        await using (var first = await DepartmentProbe.StartAsync(instance, api))
        {
            await Drive.ClosedAsync(plan.Clients, _warmUp, number => SubmitAsync("warm", number));
        }

        await backlog.DrainedAsync(_patience);

        step($"Ceiling: {plan.Clients} clients for {plan.Duration.TotalSeconds:0} s");
        var ceiling = await CeilingRun.RunAsync(instance, plan.Clients, plan.Duration, CaseBodies.Row);

        step($"Intake, closed loop: {plan.Clients} clients for {plan.Duration.TotalSeconds:0} s");
        var closed = await Phase.RunAsync(instance, backlog, _patience,
            accepted => Drive.ClosedAsync(plan.Clients, plan.Duration, number => SubmitAsync("closed", number), accepted));

        step($"Intake, open loop: {plan.Rate:0} cases/s for {plan.Duration.TotalSeconds:0} s");
        await using var department = await DepartmentProbe.StartAsync(instance, api);
        var open = await Phase.RunAsync(instance, backlog, _patience,
            accepted => Drive.OpenAsync(plan.Rate, plan.Duration, number => SubmitAsync("open", number), accepted));
        await department.StopAsync();
        return new IntakeReport(plan, ceiling, closed, open, department.Latencies, await instance.ProcessesAsync(memory: true));

        async Task<bool> SubmitAsync(string phase, long number) =>
            (await api.PostAsync("web", "/api/v1/cases", CaseBodies.Matter(number), $"{run}-{phase}-{number}")).Status == 201;
    }
}
