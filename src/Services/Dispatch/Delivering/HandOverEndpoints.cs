using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Departments;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Dispatch.Delivering;

/// <summary>How handing a case to departments went. Apart from the state of the case: a delivery that fails hides no case.</summary>
internal static class HandOverEndpoints
{
    private const Role OfDepartment = Role.Officer | Role.Department;
    private const Role Staff = Role.Operator | Role.Supervisor | Role.Administrator;

    private static readonly Error None = new(ErrorKind.NotFound, "hand-over-unknown");
    private static readonly Error Ended = new(ErrorKind.Conflict, "hand-over-ended");

    public static void Map(IEndpointRouteBuilder app)
    {
        var handOvers = app.MapGroup("/api/v1/cases/{number}/hand-overs").WithTags("units");
        handOvers.MapGet("", List).RequireRoles(OfDepartment | Staff | Role.Auditor)
            .Produces<HandOverList>().WithName("listHandOvers")
            .WithSummary("Every hand-over of a case to a department, in order: delivered to its queue or not, acknowledged, ended. Departments see their own.");
        handOvers.MapPost("{unit}/send-again", SendAgain).RequireRoles(OfDepartment | Staff)
            .Produces<HandOverView>().WithName("sendHandOverAgain")
            .WithSummary("Puts the last hand-over of the case into the department's queue once more, under the same event id; 409 once the case has left the department.");
    }

    private static async Task<IResult> List(string number, HttpContext http, HandOverBook book)
    {
        var (caller, all) = (http.Caller(), await book.Of(number, http.RequestAborted));
        if (caller.Is(Staff | Role.Auditor))
            return Results.Ok(new HandOverList(all));
        HandOverView[] own = [.. all.Where(one => one.Unit == caller.Unit)];
        return own.Length > 0 ? Results.Ok(new HandOverList(own)) : DepartmentEndpoints.NotYours.ToResult();
    }

    private static async Task<IResult> SendAgain(string number, string unit, HttpContext http, HandOverBook book, FeedSignal signal)
    {
        var (caller, department) = (http.Caller(), DepartmentEndpoints.DepartmentOf(unit));
        if (!caller.Is(Staff) && caller.Unit != department)
            return DepartmentEndpoints.NotYours.ToResult();
        if ((await book.Of(number, http.RequestAborted)).LastOrDefault(one => one.Unit == department) is not { } last)
            return None.ToResult();
        if (last.EndedAt is not null || await book.SendAgain(number, department, last.Round, caller.Subject, http.RequestAborted) is not { } sent)
            return Ended.ToResult();
        signal.Set();
        return Results.Ok(sent);
    }
}

/// <summary>All hand-overs of a case, in order.</summary>
public sealed record HandOverList(IReadOnlyList<HandOverView> HandOvers);

/// <summary>A hand-over of a case to a department.</summary>
/// <param name="Round">Hand-over of the case, counted from 1.</param>
/// <param name="Role">What the department is to the case: <c>lead</c> or <c>assisting</c>.</param>
/// <param name="Attempts">How often it was sent to the department's queue.</param>
/// <param name="Failure">Why it is not in the queue: <c>refused</c> (full) or <c>unroutable</c> (gone); absent when it is, or was not sent yet.</param>
/// <param name="SentAgainAt">When somebody last asked for it to be sent again.</param>
/// <param name="SentAgainBy">Who did.</param>
/// <param name="AcknowledgedAt">When the department signed for it, or reported its part done.</param>
/// <param name="Ending">How it ended: <c>returned</c>, <c>withdrawn-from-unit</c>, <c>merged</c>, <c>closed</c>.</param>
public sealed record HandOverView(
    UnitRef Unit, int Round, string Role, HandOverState State, DateTimeOffset HandedAt, DateTimeOffset? DeliveredAt, int Attempts, string? Failure,
    DateTimeOffset? SentAgainAt, string? SentAgainBy, DateTimeOffset? AcknowledgedAt, DateTimeOffset? EndedAt, string? Ending);

/// <summary>How a hand-over stands.</summary>
public enum HandOverState
{
    /// <summary>Not in the department's queue yet.</summary>
    Waiting,

    /// <summary>The queue would not take it; tried again until it does.</summary>
    Failed,

    /// <summary>In the department's queue.</summary>
    Delivered,

    /// <summary>The department has it.</summary>
    Acknowledged,

    /// <summary>The case has left the department, or is closed.</summary>
    Ended,
}
