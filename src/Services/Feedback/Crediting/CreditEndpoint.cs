using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Feedback.Paging;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Feedback.Crediting;

/// <summary>The book of a unit: what citizens said about it at return visits.</summary>
internal static class CreditEndpoint
{
    private const Role Staff = Role.Operator | Role.Supervisor | Role.Auditor | Role.Administrator;
    private const Role Units = Role.Officer | Role.Department | Role.Merchant | Role.Expert;

    public static void MapCredit(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/visits/credit/{unit}", Read)
        .RequireRoles(Staff | Units)
        .WithName("readUnitCredit")
        .WithTags("Return visits")
        .WithSummary("What citizens say about a unit")
        .WithDescription("Satisfaction (满意率) and solution (解决率) of a unit such as `dept.water`, and the visits behind them, the newest first. For staff and the unit itself.")
        .Produces<UnitCreditView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Read(
        string unit, HttpContext context, CreditBook book, City city, CancellationToken cancellationToken, string? cursor = null, int? limit = null)
    {
        var page = PageRequest.Read(cursor, limit, Cursor.Last);
        if (page.Error is not null)
            return page.Error.ToResult();
        if (!UnitRef.TryParse(unit, out var wanted) || city.NameOf(wanted) is not { } name)
            return new Error(ErrorKind.NotFound, "unit-unknown", Arguments: [unit]).ToResult();
        if (!MayRead(context.Caller(), wanted))
            return new Error(ErrorKind.Forbidden, "not-allowed").ToResult();
        var (figure, entries) = await book.Read(wanted, page.After, page.Limit, cancellationToken);
        var culture = CultureInfo.GetCultureInfo(Language.Of(context.Request));
        return Results.Ok(new UnitCreditView(unit, name.In(culture), figure, entries.Items, entries.Next));
    }

    public static bool MayRead(Caller caller, UnitRef unit) => caller.Is(Staff) || caller.Unit == unit;
}
