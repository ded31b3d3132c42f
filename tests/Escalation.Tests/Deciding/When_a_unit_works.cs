using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Deciding;

public class When_a_unit_works
{
    private static readonly UnitRef Water = UnitRef.Department("water");

    private static CaseStory Efficiency => new CaseStory(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero)).Received();

    [Fact]
    public void A_silent_unit_is_taken_off_every_clock() =>
        Assert.Equal((ClockSet.None, Holder.Desk), (MarkOf(Efficiency.Dispatched(Water).TakenBack()).Starts, MarkOf(Efficiency.Dispatched(Water).TakenBack()).Holder));

    [Fact]
    public void While_the_answer_is_reviewed_the_desk_is_on_the_clock_and_the_unit_is_not()
    {
        var mark = MarkOf(Efficiency.Dispatched(Water).Signed().Submitted());

        Assert.Equal((ClockSet.Review, Holder.Desk), (mark.Starts, mark.Holder));
        Assert.True(mark.Stops.HasFlag(ClockSet.OfDepartment));
    }

    [Fact]
    public void An_answer_sent_back_has_a_clock_of_its_own()
    {
        var mark = MarkOf(Efficiency.Dispatched(Water).Signed().Submitted().SentBack());

        Assert.Equal((ClockSet.Rework, ClockSet.Review, Holder.Of(Water)), (mark.Starts, mark.Stops, mark.Holder));
    }

    [Fact]
    public void Another_category_changes_the_limit_and_not_the_start()
    {
        var story = Efficiency.Dispatched(Water).Signed();
        var mark = MarkOf(story.Recategorized("labor.pay.arrears"));

        Assert.Equal((ClockSet.Handle, ClockSet.Handle, story.Case.DispatchedAt), (mark.Starts, mark.Stops, mark.Since));
        Assert.Equal("labor.pay.arrears", mark.Category);
    }

    private static ClockMark MarkOf(CaseStory story) => ClockRules.Of(story.Last)!;
}
