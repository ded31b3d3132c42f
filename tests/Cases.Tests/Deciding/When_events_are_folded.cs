using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Tests.Deciding;

public sealed class When_events_are_folded
{
    [Fact]
    public void Every_event_type_has_its_place_in_the_fold()
    {
        var file = Given.A(CaseStatus.Closed);
        foreach (var type in CaseEventTypes.All.Where(type => type != typeof(CaseReceived)))
        {
            // Facts do not matter here, only that the fold knows the type.
            var @event = (CaseEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            var fault = Record.Exception(() => CaseFile.Apply(file, @event));
            Assert.False(fault is InvalidOperationException, $"{type.Name}: {fault?.Message}");
        }
    }

    [Fact]
    public void Versions_are_gapless_from_one()
    {
        Assert.Equal(7, Given.A(CaseStatus.AwaitingVisit).Summary.Version);
    }

    [Fact]
    public void A_reopened_case_reaches_the_handler_again_and_is_no_longer_closed()
    {
        var file = Given.After(Given.A(CaseStatus.Closed), Given.Operator, new CaseReopened("又漏了", Given.Water));

        Assert.Equal((CaseStatus.InProgress, Given.Water, null), (file.Status, file.Lead!.Value, file.Summary.ClosedAt));
        Assert.Null(file.Summary.Outcome);
    }
}
