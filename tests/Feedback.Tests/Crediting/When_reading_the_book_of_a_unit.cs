using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests.Crediting;

public class When_reading_the_book_of_a_unit
{
    private static readonly UnitRef Water = DemoCity.City.Departments.All[0].Unit;
    private static readonly UnitRef Other = DemoCity.City.Departments.All[1].Unit;

    private static CaseStory Replied => new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed().Replied();

    [Fact]
    public async Task Figures_follow_their_public_definitions()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied.Visited(Satisfaction.VerySatisfied).Closed());
        await bench.Happened(Replied.Visited(Satisfaction.Satisfied).Closed());
        await bench.Happened(Replied.Visited(Satisfaction.VeryDissatisfied, solved: false, unitAtFault: true).RedoOrdered());
        await bench.Happened(Replied.Visited(satisfaction: null, solved: true).Closed());
        await bench.Happened(Replied.Visited(reached: false));

        var figure = (await bench.Read($"/api/v1/visits/credit/{Water}")).GetProperty("figure");

        Assert.Equal((3, 2, 4, 3), (Int("answered"), Int("satisfied"), Int("solvedAnswered"), Int("solved")));
        Assert.Equal(2.0 / 3, figure.GetProperty("satisfactionRate").GetDouble(), 9);
        Assert.Equal(0.75, figure.GetProperty("solutionRate").GetDouble(), 9);
        Assert.Equal((1, 1), (Int("atFault"), Int("redos")));

        int Int(string name) => figure.GetProperty(name).GetInt32();
    }

    [Theory, InlineData(CloseOutcome.OutOfPower, false), InlineData(CloseOutcome.Explained, true)]
    public async Task A_case_that_counts_for_nobody_stands_in_the_book_and_not_in_the_figures(CloseOutcome outcome, bool unreasonable)
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied.With(one => one with { Unreasonable = unreasonable }).Visited(Satisfaction.VeryDissatisfied).Closed(outcome));

        var book = await bench.Read($"/api/v1/visits/credit/{Water}");

        Assert.Equal(0, book.GetProperty("figure").GetProperty("answered").GetInt32());
        Assert.False(book.GetProperty("figure").TryGetProperty("satisfactionRate", out _));
        Assert.False(book.GetProperty("entries")[0].GetProperty("counted").GetBoolean());
    }

    [Fact]
    public async Task A_redo_of_what_was_found_unreasonable_is_counted_against_nobody()
    {
        await using var bench = await Bench.Open();
        await bench.Happened(Replied.With(one => one with { Unreasonable = true }).Visited(Satisfaction.VeryDissatisfied, solved: false, unitAtFault: true).RedoOrdered());

        Assert.Equal(0, (await bench.Read($"/api/v1/visits/credit/{Water}")).GetProperty("figure").GetProperty("redos").GetInt32());
    }

    [Fact]
    public async Task Nobody_said_anything_is_no_rate_at_all()
    {
        await using var bench = await Bench.Open();

        Assert.False((await bench.Read($"/api/v1/visits/credit/{Water}")).GetProperty("figure").TryGetProperty("satisfactionRate", out _));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Forbidden)]
    public async Task A_unit_reads_its_own_book_only(bool own, HttpStatusCode status)
    {
        await using var bench = await Bench.Open();

        using var response = await bench.Get($"/api/v1/visits/credit/{Water}", Role.Department, own ? Water : Other);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("dept.nobody")]
    [InlineData("nonsense")]
    public async Task A_unit_the_city_does_not_have_is_unknown(string unit)
    {
        await using var bench = await Bench.Open();

        using var response = await bench.Get($"/api/v1/visits/credit/{unit}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
