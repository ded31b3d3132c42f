using Hotline.Cases.CaseFiles;
using Hotline.Cases.Reading;
using Hotline.Cases.Receiving;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Callers;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Merging;

/// <param name="Cases">Numbers of the cases to merge; 1 to 200.</param>
/// <param name="Reason">Why they are the same matter.</param>
public sealed record FollowersRequest(IReadOnlyList<string>? Cases, string? Reason);

/// <summary>What became of each case.</summary>
/// <param name="Lead">Number of the lead case; another than asked for when that one follows it.</param>
public sealed record FollowersResponse(string Lead, IReadOnlyList<FollowerResult> Cases);

/// <summary>What became of one case.</summary>
/// <param name="Merged">It follows the lead case, since now or before.</param>
/// <param name="Code">Why not: code of the problem.</param>
/// <param name="Detail">Why not, in words by Accept-Language.</param>
public sealed record FollowerResult(string Number, bool Merged, string? Code, string? Detail);

/// <summary><c>POST /api/v1/cases/{number}/followers</c>: many cases into one. Merging again what is merged changes nothing.</summary>
internal static class FollowersEndpoint
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/cases/{number}/followers", Merge)
        .RequireRoles(Role.Operator | Role.Supervisor | Role.Administrator)
        .WithName("mergeCases")
        .WithTags("Acts")
        .WithSummary("并单 in bulk: merges up to 200 cases into a lead case and answers what became of each.")
        .Produces<FollowersResponse>();

    private static async Task<IResult> Merge(
        string number, FollowersRequest body, HttpContext http, LeadCases leads, CaseDirectory directory, IGrainFactory grains, ErrorTexts texts)
    {
        if (body.Cases is not { Count: > 0 and <= Most })
            return Error.Invalid("cases", "out-of-range", "1", $"{Most}").ToResult();
        var caller = http.Caller();
        var lead = await leads.Find(number, caller.ToActor(), http.RequestAborted);
        if (!lead.Succeeded)
            return lead.Error.ToResult();
        var language = Language.Of(http.Request);
        var results = await Task.WhenAll(body.Cases.Distinct().Select(async follower =>
            Result(follower, await MergeOne(follower), lead.Value.Number, texts, language)));
        return Results.Ok(new FollowersResponse(lead.Value.Number, results));

        async Task<Error?> MergeOne(string follower)
        {
            if (await directory.Find(follower, http.RequestAborted) is not { } id)
                return CaseErrors.Unknown;
            var act = new MergeCase(caller.ToActor(), OperationId(http, caller, id), Reference.To(lead.Value), lead.Value.Kind, body.Reason);
            return (await grains.GetGrain<ICaseGrain>(id.GrainKey).Perform(act, http.RequestAborted)).Error;
        }
    }

    private static FollowerResult Result(string number, Error? error, string lead, ErrorTexts texts, string language) => error switch
    {
        null => new(number, true, null, null),
        { Code: "case-merged", Arguments: [_, var into] } when into == lead => new(number, true, null, null),
        _ => new(number, false, error.Code, texts.Find(error.Code, language)?.DetailWith(error.Arguments ?? [])),
    };

    private static Guid OperationId(HttpContext http, Caller caller, CaseId id) =>
        IdempotencyKey.Of(http.Request) is { } key ? Operation.IdFor(caller.Subject, $"{id}/{http.Request.Path}/{key}") : Guid.CreateVersion7();
}
