using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using static Hotline.Contracts.Cases.CaseStatus;

namespace Hotline.Cases.Tests.Deciding;

/// <summary>Every state × every act, against a table written down a second time.</summary>
public sealed class When_any_act_meets_any_state
{
    // One row an act; what is not listed is refused.
    private static readonly Dictionary<Act, CaseStatus[]> Allowed = new()
    {
        [Act.Accept] = [Received, Held],
        [Act.Hold] = [Received, Held],
        [Act.Decline] = [Received, Held],
        [Act.Complete] = [Received, Held, Accepted, Triaged, Returned],
        [Act.Triage] = [Received, Accepted, Triaged, Returned],
        [Act.Split] = [Received, Accepted, Triaged],
        [Act.Recategorize] = [Dispatched, Signed, InProgress],
        [Act.Dispatch] = [Triaged, Returned],
        [Act.Attach] = [Dispatched, Signed, InProgress],
        [Act.FinishAssist] = [],
        [Act.Sign] = [Dispatched],
        [Act.Return] = [Dispatched, Signed],
        [Act.ReviewReturn] = [Returned],
        [Act.OpenDispute] = [Returned],
        [Act.State] = [Disputed],
        [Act.Rule] = [Disputed],
        [Act.Contact] = [Signed, InProgress, Assigned],
        [Act.Note] = [Received, Held, Accepted, Triaged, Offered, Dispatched, Assigned, Signed, InProgress, Returned, Disputed, InReview, AwaitingVisit, Merged],
        [Act.Pause] = [Received, Held, Accepted, Triaged, Returned, Assigned, Signed, InProgress],
        [Act.Resume] = [],
        [Act.AskExtension] = [Signed, InProgress],
        [Act.DecideExtension] = [],
        [Act.AskCitizen] = [Received, Held, Accepted, Triaged, Returned, Assigned, Signed, InProgress],
        [Act.AddInformation] = [Received, Held, Accepted, Triaged, Offered, Dispatched, Assigned, Signed, InProgress, Returned, Disputed, InReview, AwaitingVisit, Merged],
        [Act.AddFile] = [Received, Held, Accepted, Triaged, Offered, Dispatched, Assigned, Signed, InProgress, Returned, Disputed, InReview, AwaitingVisit, Merged],
        [Act.Transfer] = [Signed, InProgress],
        [Act.TakeBack] = [],
        [Act.Review] = [InReview],
        [Act.Reply] = [Signed, InProgress, Assigned],
        [Act.Visit] = [AwaitingVisit],
        [Act.Reopen] = [Declined, Closed],
        [Act.Withdraw] = [Received, Held, Accepted, Triaged, Offered, Dispatched, Assigned, Signed, InProgress, Returned, Disputed, InReview, AwaitingVisit, Merged],
        [Act.Merge] = [Received, Held, Accepted, Triaged, Dispatched, Signed, InProgress, Returned],
        [Act.Unmerge] = [Merged],
        [Act.MakeOffer] = [],
        [Act.AcceptOffer] = [Offered],
        [Act.DeclineOffer] = [Offered],
        [Act.ExpireOffer] = [Offered],
        [Act.ExhaustOffers] = [Accepted, Triaged],
        [Act.FinishService] = [Assigned],
        [Act.WarnOfDeadline] = [Received, Held, Accepted, Triaged, Disputed, Offered, Dispatched, Assigned, Signed, InProgress, InReview, AwaitingVisit],
        [Act.MoveDeadline] = [Received, Held, Accepted, Triaged, Disputed, Offered, Dispatched, Assigned, Signed, InProgress, InReview, AwaitingVisit],
        [Act.MissDeadline] = [Received, Held, Accepted, Triaged, Disputed, Offered, Dispatched, Assigned, Signed, InProgress, InReview, AwaitingVisit],
        [Act.OpenSupervision] = [Received, Held, Accepted, Triaged, Disputed, Offered, Dispatched, Assigned, Signed, InProgress, InReview, AwaitingVisit],
        [Act.AnswerSupervision] = [],
        [Act.AddReporter] = [Received, Held, Accepted, Triaged, Offered, Dispatched, Assigned, Signed, InProgress, Returned, Disputed, InReview, AwaitingVisit],
        [Act.RemoveReporter] = [Received, Held, Accepted, Triaged, Offered, Dispatched, Assigned, Signed, InProgress, Returned, Disputed, InReview, AwaitingVisit],
        [Act.AnswerFollower] = [Merged],
        [Act.EraseCitizen] = [Declined, Closed],
    };

    public static TheoryData<CaseStatus, Act> Cells()
    {
        var cells = new TheoryData<CaseStatus, Act>();
        foreach (var status in Enum.GetValues<CaseStatus>())
        {
            foreach (var act in Enum.GetValues<Act>())
                cells.Add(status, act);
        }
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void It_happens_exactly_where_the_table_says(CaseStatus status, Act act)
    {
        var file = Given.A(status);
        var decision = CaseDecisions.Decide(file, SampleAct.Of(act, file), Given.City, Given.Monday.AddHours(1));

        if (Allowed[act].Contains(status))
        {
            Assert.Null(decision.Error);
            Assert.NotEmpty(decision.Events);
        }
        else
        {
            Assert.Equal(ErrorKind.Conflict, decision.Error?.Kind);
            Assert.Equal(Waiting(act) && Lifecycle.Permits(act, status) ? Refusal(act) : StandsInTheWay(act, status), decision.Error?.Code);
            Assert.Empty(decision.Events);
        }
    }

    // A held case says what to do first, whenever it would otherwise be ready for the act.
    private static string StandsInTheWay(Act act, CaseStatus status) => status switch
    {
        Merged => "case-merged",
        Held when !Lifecycle.Permits(act, Held) && (Lifecycle.Permits(act, Received) || Lifecycle.Permits(act, Accepted)) => "case-held",
        _ => "illegal-transition",
    };

    // Whether it waits, more time was asked for, or a deadline was missed, is no state of its own.
    private static bool Waiting(Act act) => act is Act.Resume or Act.DecideExtension or Act.TakeBack or Act.AnswerSupervision;

    private static string Refusal(Act act) => act switch
    {
        Act.Resume => "case-not-paused",
        Act.DecideExtension => "extension-not-asked",
        Act.AnswerSupervision => "supervision-not-open",
        _ => "unit-not-silent",
    };
}
