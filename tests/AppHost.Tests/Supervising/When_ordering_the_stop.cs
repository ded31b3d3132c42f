using Hotline.AppHost.Processes.Supervising;

namespace Hotline.AppHost.Tests.Supervising;

public sealed class When_ordering_the_stop
{
    [Fact]
    public void A_unit_stops_before_everything_it_waits_for()
    {
        var waves = Waves.Of([Named("gateway", "cases", "identity"), Named("cases", "postgres"), Named("identity"), Named("postgres")]);

        Assert.Equal((2, 1, 0, 0), (waves["gateway"], waves["cases"], waves["identity"], waves["postgres"]));
    }

    [Fact]
    public void Refuses_units_that_wait_for_each_other() =>
        Assert.Throws<InvalidOperationException>(() => Waves.Of([Named("a", "b"), Named("b", "a")]));

    private static Unit Named(string name, params string[] waitsFor) => new()
    {
        Name = name,
        WaitsFor = waitsFor,
        Command = _ => throw new NotSupportedException(),
        IsReady = _ => Task.FromResult(true),
    };
}
