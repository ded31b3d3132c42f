using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.TestKit.Stories;

/// <summary>Stories that together hold every type of event.</summary>
public static class EveryEvent
{
    private static readonly UnitRef Water = UnitRef.Department("water");
    private static readonly UnitRef Housing = UnitRef.Department("housing");
    private static readonly UnitRef Health = UnitRef.Department("health");
    private static readonly UnitRef Roads = UnitRef.Department("roads");
    private static readonly UnitRef Plumber = UnitRef.Merchant("m001");
    private static readonly CaseReference Another = new(new CaseId(new Guid("00000000-0000-0000-0000-0000000000c1")), "261123-000007-1");

    public static IReadOnlyList<CaseStory> Stories(DateTimeOffset start) =>
    [
        new CaseStory(start).Received().Held(FindingKind.Repeated).FindingsDecided().Completed().Accepted().Split().Triaged().Dispatched(Water).Returned()
            .Dispatched(Water).Missed("sign").TakenBack().Dispatched(Water).Recategorized().Signed().Transferred().Contacted()
            .CitizenAsked().Told().FileAdded().Submitted().SentBack().Noted().Paused().Resumed().AskedForMore().GivenMore().AskedForMore().GivenNoMore()
            .Warned("handle").Moved("handle").Missed("handle").Supervised("handle").SupervisionAnswered("handle").Replied().Visited(Satisfaction.Dissatisfied, unitAtFault: true).RedoOrdered().Replied()
            .Visited().Closed().Reopened().Withdrawn().Closed(CloseOutcome.Withdrawn),
        new CaseStory(start).Received().Declined().Appealed().Declined().Erased(),
        new CaseStory(start).Received().Declined().Appealed().Overturned().Accepted(),
        new CaseStory(start).Received().Accepted().Triaged().Dispatched(Water).Returned().Reviewed().Dispatched(Housing).Returned().Disputed(Water, Housing)
            .Warned("rule").Stated().Ruled(Housing).Dispatched(Housing).Signed(),
        new CaseStory(start).Received().Accepted().Triaged().Dispatched(Water).Returned().Disputed(Water, Housing).Withdrawn().Closed(CloseOutcome.Withdrawn),
        new CaseStory(start).Received().Accepted().Triaged().Dispatched(Water, Housing, Health).Assisted(Health).Attached(Health).Signed().Attached(Roads)
            .Assisted(Housing).Paused().Resumed().Assisted(Health).Replied().Visited(Satisfaction.Dissatisfied, unitAtFault: true).RedoOrdered().Attached(Roads).Replied(),
        new CaseStory(start).Received().Accepted().Triaged().Dispatched(Water, Housing).Returned().Dispatched(Housing, Water).TakenBack(),
        new CaseStory(start).Received().Accepted().MergedInto(Another).Unmerged(),
        new CaseStory(start).Received().Accepted().Joined(Another).Left(Another),
        new CaseStory(start, CaseKind.LifeService, CaseType.HelpRequest).Received().Accepted().Offered(Plumber).OfferRefused(Plumber)
            .Offered(Plumber).OfferLapsed(Plumber).NobodyTookIt().Offered(Plumber).OfferTaken(Plumber).Done().Visited().Closed(),
    ];

    /// <summary>One event of each type.</summary>
    public static IReadOnlyList<CaseEvent> Samples(DateTimeOffset start)
    {
        var samples = Stories(start).SelectMany(story => story.Events).DistinctBy(one => one.GetType()).ToList();
        var missing = CaseEventTypes.All.Except(samples.Select(one => one.GetType())).ToList();
        return missing.Count == 0
            ? samples
            : throw new InvalidOperationException($"No story tells of {string.Join(", ", missing.Select(CaseEventTypes.NameOf))}: add it here.");
    }
}
