using System.Net;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.ServiceDefaults.Tests.Callers;

public sealed class When_an_endpoint_is_called(SampleService service) : IClassFixture<SampleService>
{
    private static Caller Person(Role roles) => new("p1", "P", "hotline-cli", roles, [], null);

    private async Task<HttpStatusCode> Get(string path, Caller? caller = null)
    {
        using var answer = await service.Send(new HttpRequestMessage(HttpMethod.Get, path), caller);
        return answer.StatusCode;
    }

    [Fact]
    public async Task Nobody_gets_in_without_being_verified() => Assert.Equal(HttpStatusCode.Unauthorized, await Get("/who"));

    [Fact]
    public async Task The_endpoint_knows_the_caller()
    {
        using var answer = await service.Send(new HttpRequestMessage(HttpMethod.Get, "/who"), Person(Role.Merchant));
        Assert.Equal("p1", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_role_too_few_is_forbidden() => Assert.Equal(HttpStatusCode.Forbidden, await Get("/operators", Person(Role.Officer)));

    [Fact]
    public async Task One_of_the_roles_is_enough() => Assert.Equal(HttpStatusCode.OK, await Get("/operators", Person(Role.Supervisor)));

    [Fact]
    public async Task A_forged_caller_is_turned_away_even_where_anybody_may_come()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pages?page=1");
        request.Headers.Add(CallerHeader.Name, "eyJzdWIiOiJtZSJ9.AAAA");
        using var answer = await service.Send(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Health_and_description_are_open(string path) => Assert.Equal(HttpStatusCode.OK, await Get(path));
}
