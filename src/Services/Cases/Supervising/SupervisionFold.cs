using Hotline.Cases.Assisting;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Deadlines;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Supervising;

/// <summary>What events do to the supervision that waits for an answer.</summary>
internal static class SupervisionFold
{
    /// <param name="file">The case after the event.</param>
    public static CaseFile Apply(CaseFile file, CaseEvent @event) => @event switch
    {
        SupervisionOpened { Clock: RunningClocks.Assist } opened => AssistFold.Supervised(file, opened.Unit, opened.Level),
        SupervisionAnswered { Clock: RunningClocks.Assist } answered => AssistFold.Supervised(file, answered.By, null),
        SupervisionOpened opened => With(file, new Supervision(opened.Clock, opened.Level, opened.At)),
        SupervisionAnswered => With(file, null),
        // What is due later was not missed.
        DeadlineMoved { Clock: RunningClocks.Assist } moved when moved.DueAt > moved.At => AssistFold.Supervised(file, moved.Unit, null),
        DeadlineMoved moved when moved.DueAt > moved.At && file.Summary.Supervision?.Clock == moved.Clock => With(file, null),
        // Who has done what was due, or has handed the case on, owes no answer for it.
        CaseDispatched or OfferAccepted => With(file, null),
        _ => file.Summary.Supervision is { } open && !RunningClocks.Runs(open.Clock, file.Summary) ? With(file, null) : file,
    };

    private static CaseFile With(CaseFile file, Supervision? open) => file with { Summary = file.Summary with { Supervision = open } };
}
