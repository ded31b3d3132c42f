using System.Text.Json;
using Hotline.AppHost.Processes.Supervising;
using Hotline.Servers.Controlling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hotline.AppHost.Processes.Controlling;

/// <summary>HTTP over the control socket: what the launcher and tests ask of a running instance.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes, Supervisor supervisor, string gateway)
    {
        // Reading memory walks every page table: who only waits for readiness leaves it out.
        routes.MapGet("/status", (bool? memory) => Report(supervisor, gateway, memory ?? true));
        routes.MapPost("/down", (IHostApplicationLifetime host) =>
        {
            host.StopApplication();
            return Results.Accepted();
        });
        routes.MapPost("/processes/{name}/kill", (string name) => Act(supervisor, name, process =>
        {
            process.Kill();
            return Task.CompletedTask;
        }));
        routes.MapPost("/processes/{name}/stop", (string name) => Act(supervisor, name, process => process.StopAsync()));
        routes.MapPost("/processes/{name}/start", (string name) => Act(supervisor, name, process =>
        {
            process.StartAgain();
            return Task.CompletedTask;
        }));
    }

    private static async Task<IResult> Act(Supervisor supervisor, string name, Func<SupervisedProcess, Task> act)
    {
        if (supervisor.Find(name) is not { } process)
        {
            return Results.NotFound();
        }

        await act(process);
        return Results.NoContent();
    }

    private static StatusReport Report(Supervisor supervisor, string gateway, bool memory) =>
        new([.. supervisor.Processes.Select(process => Report(process, memory))], gateway);

    private static ProcessReport Report(SupervisedProcess process, bool memory) => new(
        process.Unit.Name,
        JsonNamingPolicy.CamelCase.ConvertName(process.State.ToString()),
        process.Healthy,
        process.Pid,
        process.Unit.Port,
        process.Restarts,
        memory && process.Pid is { } pid ? ProcessMemory.Megabytes(pid) : 0);
}
