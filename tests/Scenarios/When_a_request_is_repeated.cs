using System.Net;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_request_is_repeated(City city)
{
    [Fact]
    public async Task The_same_key_answers_the_same_case_and_with_another_body_422()
    {
        var web = await city.As("web");
        var key = Guid.NewGuid().ToString();

        var matter = Matter.NoWater();
        var first = await web.Post("/api/v1/cases", matter, HttpStatusCode.Created, key);
        var again = await web.Post("/api/v1/cases", matter, HttpStatusCode.Created, key);
        var other = await web.Post("/api/v1/cases", Matter.NoWater("另一件事"), HttpStatusCode.UnprocessableEntity, key);

        Assert.Equal(first.Text("number"), again.Text("number"));
        Assert.Equal("idempotency-key-reused", other.Problem());
    }

    [Fact]
    public async Task Thirty_at_once_with_one_key_are_one_case()
    {
        var web = await city.As("web");
        var key = Guid.NewGuid().ToString();

        var matter = Matter.NoWater();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => web.Post("/api/v1/cases", matter, HttpStatusCode.Created, key)));

        Assert.Single(answers.Select(answer => answer.Text("number")).Distinct());
    }

    [Fact]
    public async Task Keys_of_two_channels_never_meet()
    {
        var key = Guid.NewGuid().ToString();

        var matter = Matter.NoWater();
        var web = await (await city.As("web")).Post("/api/v1/cases", matter, HttpStatusCode.Created, key);
        var app = await (await city.As("app")).Post("/api/v1/cases", matter, HttpStatusCode.Created, key);

        Assert.NotEqual(web.Text("number"), app.Text("number"));
    }
}
