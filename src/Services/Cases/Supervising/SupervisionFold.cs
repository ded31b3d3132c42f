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
        SupervisionOpened opened => With(file, [.. Others(file, opened.Clock), new Supervision(opened.Clock, opened.Level, opened.At)]),
        SupervisionAnswered answered => With(file, Others(file, answered.Clock)),
        // What is due later was not missed.
        DeadlineMoved { Clock: RunningClocks.Assist } moved when moved.DueAt > moved.At => AssistFold.Supervised(file, moved.Unit, null),
        DeadlineMoved moved when moved.DueAt > moved.At => With(file, Others(file, moved.Clock)),
        // Who has done what was due, or has handed the case on, owes no answer for it.
        CaseDispatched or OfferAccepted => With(file, []),
        _ => With(file, file.Summary.Supervisions().Where(one => RunningClocks.Runs(one.Clock, file.Summary))),
    };

    private static IEnumerable<Supervision> Others(CaseFile file, string clock) => file.Summary.Supervisions().Where(one => one.Clock != clock);

    private static CaseFile With(CaseFile file, IEnumerable<Supervision> open)
    {
        if (file.Summary.Supervision is null && !open.Any())
            return file;
        Supervision[] waiting = [.. open.OrderByDescending(one => one.Level)];
        return file with { Summary = file.Summary with { Supervision = waiting.FirstOrDefault(), MoreSupervisions = waiting.Length > 1 ? waiting[1..] : null } };
    }
}
