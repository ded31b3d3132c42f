using Hotline.Cases.Accepting;
using Hotline.Cases.Asking;
using Hotline.Cases.Assisting;
using Hotline.Cases.Completing;
using Hotline.Cases.Contacting;
using Hotline.Cases.Declining;
using Hotline.Cases.Dispatching;
using Hotline.Cases.Disputing;
using Hotline.Cases.Extending;
using Hotline.Cases.Merging;
using Hotline.Cases.Filing;
using Hotline.Cases.Noting;
using Hotline.Cases.Pausing;
using Hotline.Cases.Reading;
using Hotline.Cases.Recategorizing;
using Hotline.Cases.Reopening;
using Hotline.Cases.Replying;
using Hotline.Cases.Returning;
using Hotline.Cases.Reviewing;
using Hotline.Cases.Signing;
using Hotline.Cases.Splitting;
using Hotline.Cases.Supervising;
using Hotline.Cases.TakingBack;
using Hotline.Cases.Transferring;
using Hotline.Cases.Triaging;
using Hotline.Cases.Visiting;
using Hotline.Cases.Withdrawing;

namespace Hotline.Cases.Acting;

/// <summary>All acts of people and units: <c>POST /api/v1/cases/{number}/{act}</c>.</summary>
internal static class ActEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var acts = routes.MapGroup("/api/v1/cases/{number}").WithTags("Acts");
        AcceptEndpoint.Map(acts);
        DeclineEndpoint.Map(acts);
        CompleteEndpoint.Map(acts);
        TriageEndpoint.Map(acts);
        SplitEndpoint.Map(acts);
        DispatchEndpoint.Map(acts);
        AssistEndpoints.Map(acts);
        RecategorizeEndpoint.Map(acts);
        SignEndpoint.Map(acts);
        ReturnEndpoint.Map(acts);
        ReviewEndpoint.Map(acts);
        DisputeEndpoints.Map(acts);
        ContactEndpoint.Map(acts);
        NoteEndpoint.Map(acts);
        SupervisionEndpoint.Map(acts);
        PauseEndpoints.Map(acts);
        ExtensionEndpoints.Map(acts);
        AskEndpoints.Map(acts);
        FileEndpoints.Map(acts);
        TransferEndpoint.Map(acts);
        TakeBackEndpoint.Map(acts);
        ReplyEndpoint.Map(acts);
        AnswerReviewEndpoint.Map(acts);
        VisitEndpoint.Map(acts);
        ReopenEndpoint.Map(acts);
        WithdrawEndpoint.Map(acts);
        MergeEndpoints.Map(acts);
    }

    /// <summary>Maps one act; its answer is the case after it.</summary>
    public static void MapAct(this IEndpointRouteBuilder acts, string name, Delegate handler, string summary) => acts
        .MapPost("/" + name, handler)
        .WithName(name)
        .WithSummary(summary)
        .WithDescription("Answers the case after the act; 409 illegal-transition when its state forbids the act, 403 when the caller may not, 404 for an unknown case. An Idempotency-Key makes a repetition harmless.")
        .Produces<CaseResponse>();
}
