using Hotline.Contracts.Units;
using Hotline.Dispatch.Departments;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Dispatch.Merchants;

/// <param name="OnDuty">Takes offers, within the registered hours.</param>
public sealed record DutyRequest(bool OnDuty);

/// <param name="Reason">Why the merchant is suspended; absent ends the suspension.</param>
public sealed record SuspensionRequest(string? Reason);

/// <summary>Merchants: how they stand, their duty, their suspension.</summary>
internal static class MerchantEndpoints
{
    private const Role Overseers = Role.Operator | Role.Supervisor | Role.Auditor | Role.Administrator;

    public static void Map(IEndpointRouteBuilder app)
    {
        var merchants = app.MapGroup("/api/v1/units/merchant.{code}").WithTags("units");
        merchants.MapGet("", (string code, HttpContext http) => Ask(http, code, (merchant, _) => merchant.Standing(http.RequestAborted)))
            .RequireRoles(Role.Merchant | Overseers)
            .Produces<MerchantStanding>().WithName("readMerchant").WithSummary("How a merchant stands: duty, credit with the cause of each move, jobs, satisfaction.");
        merchants.MapPost("duty", (string code, DutyRequest body, HttpContext http) =>
                Ask(http, code, (merchant, by) => merchant.SetDuty(by, body.OnDuty, http.RequestAborted)))
            .RequireRoles(Role.Merchant | Role.Operator | Role.Supervisor)
            .Produces<MerchantStanding>().WithName("setDuty").WithSummary("Goes on or off duty.");
        merchants.MapPost("suspension", (string code, SuspensionRequest body, HttpContext http) =>
                Ask(http, code, (merchant, by) => merchant.Suspend(by, body.Reason, http.RequestAborted)))
            .RequireRoles(Role.Supervisor)
            .Produces<MerchantStanding>().WithName("suspendMerchant").WithSummary("Suspends a merchant for a reason, or ends that.");
    }

    private static async Task<IResult> Ask(HttpContext http, string code, Func<IMerchantGrain, Actor, Task<Outcome<MerchantStanding>>> question)
    {
        var caller = http.Caller();
        if (!caller.Is(Overseers) && caller.Unit != UnitRef.Merchant(code))
            return DepartmentEndpoints.NotYours.ToResult();
        var grains = http.RequestServices.GetRequiredService<IGrainFactory>();
        return DepartmentEndpoints.Answer(await question(grains.GetGrain<IMerchantGrain>(IMerchantGrain.KeyOf(code)), caller.ToActor()));
    }
}
