using System.Net.Http.Json;
using System.Text.Json;

namespace Hotline.ServiceDefaults.Tests.OpenApi;

public sealed class When_describing_a_service(SampleService service) : IClassFixture<SampleService>
{
    private Task<JsonElement> Document() => service.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

    [Fact]
    public async Task Enums_are_words()
    {
        var schemas = (await Document()).GetProperty("components").GetProperty("schemas");
        var words = schemas.GetProperty("CaseKind").GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);
        Assert.Equal(["lifeService", "consultation", "efficiency"], words);
    }

    [Fact]
    public async Task Problems_are_described()
    {
        var answers = (await Document()).GetProperty("paths").GetProperty("/who").GetProperty("get").GetProperty("responses");
        Assert.True(answers.GetProperty("default").GetProperty("content").TryGetProperty("application/problem+json", out _));
    }

    [Fact]
    public async Task Closed_endpoints_ask_for_a_token_and_open_ones_do_not()
    {
        var paths = (await Document()).GetProperty("paths");
        Assert.True(paths.GetProperty("/who").GetProperty("get").TryGetProperty("security", out _));
        Assert.False(paths.GetProperty("/matters").GetProperty("post").TryGetProperty("security", out _));
    }
}
