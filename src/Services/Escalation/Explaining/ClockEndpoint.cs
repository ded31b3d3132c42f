using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Escalation.Explaining;

/// <summary>Tells why a deadline is when it is, and whose time was used.</summary>
internal static class ClockEndpoint
{
    private const Role Staff = Role.Operator | Role.Supervisor | Role.Auditor | Role.Administrator;
    private const Role Units = Role.Officer | Role.Department | Role.Merchant | Role.Expert;

    public static void MapClocks(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/cases/{number}/clock", Explain)
        .RequireRoles(Staff | Units)
        .WithName("explainClock")
        .WithTags("Clocks")
        .WithSummary("Explains the clocks of a case")
        .WithDescription("""
            Every clock of the case with its start, warning, due time and end, the rule of the city that gave the limit, and each holder's share of the
            time to the minute; in words by Accept-Language (zh-CN, en). For staff, for the units that lead or assist, and for those with a part in a dispute.
            """)
        .Produces<CaseClocksView>()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Explain(
        string number, HttpContext context, ClockFiles files, City city, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = await files.Find(number, cancellationToken);
        if (file is null)
            return CaseUnknown(number).ToResult();
        if (!MayRead(context.Caller(), file))
            return Hidden.ToResult();
        var culture = CultureInfo.GetCultureInfo(Language.Of(context.Request));
        return Results.Ok(new ClockExplanation(city, culture, time.GetUtcNow()).Of(file));
    }

    public static bool MayRead(Caller caller, ClockFile file) =>
        caller.Is(Staff) || (caller.Unit is { } unit && (file.Lead == unit || file.Assisting.Contains(unit)));

    private static Error Hidden { get; } = new(ErrorKind.Forbidden, "case-hidden");

    private static Error CaseUnknown(string number) => new(ErrorKind.NotFound, "case-unknown", Arguments: [number]);
}
