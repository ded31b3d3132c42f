using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Hotline.ServiceDefaults.Tests.Errors;

public sealed class When_a_request_fails(SampleService service) : IClassFixture<SampleService>
{
    private async Task<(HttpResponseMessage Answer, JsonElement Problem)> Get(string path, string? language = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        return await Read(await service.Send(request));
    }

    private async Task<(HttpResponseMessage Answer, JsonElement Problem)> Post(string json) =>
        await Read(await service.Client.PostAsync("/matters", new StringContent(json, Encoding.UTF8, "application/json")));

    private static async Task<(HttpResponseMessage, JsonElement)> Read(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (answer, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    [Fact]
    public async Task The_error_becomes_a_problem_with_a_stable_type()
    {
        var (answer, problem) = await Get("/conflict");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.EndsWith("/role-missing", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal(409, problem.GetProperty("status").GetInt32());
        Assert.Equal("/conflict", problem.GetProperty("instance").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
    }

    [Theory]
    [InlineData(null, "没有权限", "supervisor。")]
    [InlineData("fr", "没有权限", "supervisor。")]
    [InlineData("en-GB, zh;q=0.5", "Not permitted", "supervisor.")]
    [InlineData("en;q=0.3, zh-TW;q=0.9", "没有权限", "supervisor。")]
    public async Task The_text_is_in_the_callers_language(string? language, string title, string end)
    {
        var (_, problem) = await Get("/conflict", language);
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.EndsWith(end, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_field_is_named_with_its_reasons()
    {
        var (answer, problem) = await Get("/fields", "en");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            ["This field is required.", "At most 100 characters."],
            problem.GetProperty("errors").GetProperty("title").EnumerateArray().Select(text => text.GetString()!));
    }

    [Theory]
    [InlineData("""{"title":"t","kind":"party","citizen":{"name":"n"}}""", "kind", "/invalid-value")]
    [InlineData("""{"title":"t","kind":"efficiency","citizen":{"name":"n","age":"old"}}""", "citizen.age", "/invalid-value")]
    [InlineData("""{"title":"t","kind":"efficiency","lead":"nobody","citizen":{"name":"n"}}""", "lead", "/invalid-value")]
    [InlineData("""{"title":"t","kind":"efficiency"}""", "citizen", "/invalid-fields")]
    public async Task The_wrong_place_in_the_body_is_named(string json, string field, string type)
    {
        var (answer, problem) = await Post(json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.EndsWith(type, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    [Theory]
    [InlineData("{", "/malformed-json")]
    [InlineData("null or not", "/malformed-json")]
    [InlineData("", "/body-missing")]
    public async Task What_is_not_json_is_said_to_be_malformed(string body, string type)
    {
        var (answer, problem) = await Post(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.EndsWith(type, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pages")]
    [InlineData("/pages?page=x")]
    public async Task The_wrong_parameter_is_named(string path)
    {
        var (answer, problem) = await Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty("page", out _), problem.ToString());
    }

    [Fact]
    public async Task The_unexpected_shows_nothing_of_our_insides()
    {
        var (answer, problem) = await Get("/broken");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/late")]
    [InlineData("/given-up")]
    [InlineData("/no-silo")]
    public async Task What_passes_by_itself_says_when_to_try_again(string path)
    {
        var (answer, _) = await Get(path);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_too()
    {
        var (answer, problem) = await Get("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.EndsWith("/not-found", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }
}
