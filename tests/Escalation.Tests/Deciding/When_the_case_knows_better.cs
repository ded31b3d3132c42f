using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Deciding;

public class When_the_case_knows_better
{
    private static readonly UnitRef Water = UnitRef.Department("water");

    /// <summary>At every moment of every story, the case itself must confirm exactly the runs that its events leave open.</summary>
    [Fact]
    public void A_run_goes_on_if_and_only_if_the_case_says_so()
    {
        foreach (var story in Stories())
        {
            for (var count = 1; count <= story.Events.Count; count++)
            {
                var soFar = story.Events.Take(count).ToList();
                // Inside of one act several events are one moment.
                if (soFar[^1] is CaseWithdrawn or VisitRecorded { Answers.Reached: true })
                    continue;
                foreach (var run in CaseClocks.Runs(soFar.Select(ClockRules.Of).OfType<ClockMark>()).Where(CanTell))
                {
                    var says = StillRunning.Says(soFar[^1].Case, run.Clock, run.Unit, run.Start.Since, run.Start.Version);
                    var runs = run.Stop is null && run.Turns is not [.., { Kind: ClockTurnKind.Pause }];
                    Assert.True(says == runs, $"{run.Clock} of {run.Start.Event} after {soFar[^1].GetType().Name}: the case says {says}");
                }
            }
        }
    }

    // A case that is judged anew is on the same clock since the same moment, under another limit: it does not know one running from the other.
    private static bool CanTell(ClockRun run) => run.Clock != ClockName.Return && run.Stop?.Event is not (nameof(CaseRecategorized) or nameof(CaseTriaged));

    private static IEnumerable<CaseStory> Stories() =>
    [
        .. EveryEvent.Stories(Bench.Monday),
        new CaseStory(Bench.Monday, CaseKind.Consultation, CaseType.Inquiry).Received().Accepted().Dispatched(UnitRef.Expert("doc")).Replied().Visited().Closed(),
        new CaseStory(Bench.Monday, CaseKind.Consultation, CaseType.Inquiry).Received().Accepted().Replied().Visited(reached: false).Visited().Closed().Reopened(),
        new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().Contacted(reached: false).Contacted().Replied()
            .Visited(Satisfaction.Dissatisfied).RedoOrdered().Missed("handle").Recategorized("noise").Replied().Visited().Closed().Reopened().Replied(),
        new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().Submitted().SentBack().Recategorized("noise").Replied(),
        new CaseStory(Bench.Monday, CaseKind.Consultation, CaseType.Inquiry).Received().Accepted().Replied().Visited().Closed().Reopened().Triaged("noise").Replied(),
    ];
}
