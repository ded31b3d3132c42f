using Hotline.Cases.Acting;
using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Disputing;

/// <param name="Reason">Why the return is not simply accepted.</param>
/// <param name="Units">Departments in dispute besides those that returned the case or were named by them.</param>
public sealed record OpenDisputeRequest(string? Reason, IReadOnlyList<UnitRef>? Units);

/// <param name="Text">Whose duty it is, and why; other units and the supervision body read it.</param>
/// <param name="LegalBasis">Law or duty list that says so.</param>
public sealed record StatementRequest(string? Text, string? LegalBasis);

/// <param name="Unit">Department in charge, e.g. <c>dept.urban</c>.</param>
/// <param name="Assisting">Departments that assist.</param>
/// <param name="Reasons">Cited whenever a case follows the ruling: name nobody.</param>
/// <param name="LegalBasis">Law or duty list behind it.</param>
/// <param name="Rule">Makes a routing rule of the ruling; absent, it holds for this case only.</param>
public sealed record RulingRequest(UnitRef? Unit, IReadOnlyList<UnitRef>? Assisting, string? Reasons, string? LegalBasis, RuleRequest? Rule);

/// <param name="Category">Category of the case, or the beginning of it; the category of the case when absent.</param>
/// <param name="Area">Area of the case; absent, the rule holds anywhere.</param>
/// <param name="From">First local day, not in the past; today when absent.</param>
/// <param name="Until">Last local day; absent, until it is rolled back or ruled on anew.</param>
public sealed record RuleRequest(string? Category, string? Area, DateOnly? From, DateOnly? Until);

internal static class DisputeEndpoints
{
    public static void Map(IEndpointRouteBuilder acts)
    {
        acts.MapAct("open-dispute", Open, "职能交叉: puts a returned case on the docket of the supervision body.");
        acts.MapAct("state", State, "A unit in dispute gives its statement, or amends it.");
        acts.MapAct(
            "rule", Rule, "认定: the supervision body, or a supervisor, rules which department is in charge; hands the case over, and may make a routing rule.");
    }

    private static async Task<IResult> Open(ActCall call, OpenDisputeRequest body, City city)
    {
        var faults = Field.Faults(Field.Required("reason", body.Reason), Field.Departments("units", body.Units ?? [], city));
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new OpenDispute(by, operation, body.Units ?? [], body.Reason!));
    }

    private static async Task<IResult> State(ActCall call, StatementRequest body)
    {
        var faults = Field.Faults(Field.Required("text", body.Text), Field.Required("legalBasis", body.LegalBasis, 2000));
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) => new GiveStatement(by, operation, body.Text!, body.LegalBasis!));
    }

    private static async Task<IResult> Rule(ActCall call, RulingRequest body, City city)
    {
        var faults = Field.Faults(
            body.Unit is { } unit ? Field.Departments("unit", [unit], city) : Error.Invalid("unit", "required"),
            Field.Departments("assisting", body.Assisting ?? [], city),
            Field.Required("reasons", body.Reasons, 2000),
            Field.Required("legalBasis", body.LegalBasis, 2000));
        var rule = body.Rule is { } wanted ? new RuleDraft(wanted.Category, wanted.Area, wanted.From, wanted.Until) : null;
        return faults.Count > 0
            ? faults.ToResult()
            : await call.Perform((by, operation) =>
                new GiveRuling(by, operation, body.Unit!.Value, body.Assisting ?? [], body.Reasons!, body.LegalBasis!, rule));
    }
}
