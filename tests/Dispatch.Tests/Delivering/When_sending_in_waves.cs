using Hotline.Dispatch.Delivering;

namespace Hotline.Dispatch.Tests.Delivering;

public class When_sending_in_waves
{
    private static readonly Guid Case = Guid.CreateVersion7();

    [Fact]
    public void Sends_the_next_event_of_a_case_only_after_the_one_before()
    {
        var other = Guid.CreateVersion7();
        var waves = FeedPublisher.Waves([Event(1, "water", Case), Event(2, "water", Case), Event(3, "water", other), Event(4, "power", Case)]);
        Assert.Equal([[1, 3, 4], [2]], waves.Select(wave => wave.Select(one => one.Position)));
    }

    [Fact]
    public void Sends_nothing_when_nothing_is_pending() => Assert.Empty(FeedPublisher.Waves([]));

    private static OutgoingEvent Event(long position, string department, Guid caseId) =>
        new(position, department, caseId, Guid.CreateVersion7(), "signed", default, default);
}
