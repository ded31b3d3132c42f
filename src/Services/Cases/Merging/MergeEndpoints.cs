using Hotline.Cases.Acting;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Merging;

/// <param name="Into">Number of the lead case; a case that follows another stands for its lead.</param>
/// <param name="Reason">Why they are the same matter.</param>
public sealed record MergeRequest(string? Into, string? Reason);

/// <param name="Reason">Why they are not the same matter after all.</param>
public sealed record UnmergeRequest(string? Reason);

internal static class MergeEndpoints
{
    public static void Map(IEndpointRouteBuilder acts)
    {
        acts.MapAct("merge", Merge, "并单: the case goes on with a lead case; its reporter gets that case's answer and an own return visit.");
        acts.MapAct("unmerge", Unmerge, "The case goes on by itself again, from where it stood before it was handed to anybody.");
    }

    private static async Task<IResult> Merge(ActCall call, MergeRequest body, LeadCases leads) => Field.Faults(Field.Required("into", body.Into, 40)) is { Count: > 0 } faults
        ? faults.ToResult()
        : await call.Perform(async (by, operation, _) => Command(by, operation, body, await leads.Find(body.Into!, by, call.Aborted)));

    private static Outcome<CaseAct> Command(Actor by, Guid operation, MergeRequest body, Outcome<CaseSummary> lead) => lead switch
    {
        { Value: { } found } => new MergeCase(by, operation, Reference.To(found), found.Kind, body.Reason),
        { Error.Code: "case-unknown" } => Error.Invalid("into", "case-unknown"),
        _ => lead.Error!,
    };

    private static async Task<IResult> Unmerge(ActCall call, UnmergeRequest body) => Field.Faults(Field.Required("reason", body.Reason)) is { Count: > 0 } faults
        ? faults.ToResult()
        : await call.Perform((by, operation) => new UnmergeCase(by, operation, null, body.Reason));
}

/// <summary>A case as another one refers to it.</summary>
internal static class Reference
{
    public static CaseReference To(CaseSummary summary) => new(summary.CaseId, summary.Number);
}
