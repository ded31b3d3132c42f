using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hotline.Gateway.Tests;

public sealed class When_too_much_is_asked : IAsyncLifetime
{
    private readonly Tokens tokens = new();
    private readonly List<IAsyncDisposable> running = [];
    private GatewayInstance gateway = null!;

    public async ValueTask InitializeAsync()
    {
        var cases = await Backend.Start("cases");
        var identity = await GatewayInstance.StartIdentity(tokens);
        gateway = await GatewayInstance.Start(
            [("cases", cases.Address), ("feedback", cases.Address), ("identity", identity.Address)],
            ("Gateway:Limits:Link", "1"), ("Gateway:Limits:Person", "2"), ("Gateway:Limits:Address", "2"), ("Gateway:Limits:Clients:sms", "2"), ("Gateway:MaxBodyBytes", "2048"), ("Gateway:MaxFileBytes", "8192"));
        running.AddRange([gateway, cases, identity]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running)
            await process.DisposeAsync();
        tokens.Dispose();
    }

    private async Task<List<HttpResponseMessage>> Burst(string path, string? token)
    {
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
            answers.Add(await gateway.Get(path, token, "en"));
        return answers;
    }

    [Fact]
    public async Task A_client_over_its_limit_is_told_when_to_come_back()
    {
        var answers = await Burst("/api/v1/cases", tokens.Channel("sms"));
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.EndsWith("/too-many-requests", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal("Too many requests", problem.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Another_client_does_not_suffer()
    {
        await Burst("/api/v1/cases", tokens.Channel("sms"));
        Assert.All(await Burst("/api/v1/cases", tokens.Channel("web")), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task A_person_is_limited_over_all_tokens()
    {
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
            answers.Add(await gateway.Get("/api/v1/cases", tokens.Person("operator", "operator")));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        using var other = await gateway.Get("/api/v1/cases", tokens.Person("supervisor", "supervisor"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_address_that_knocks_too_often_is_limited()
    {
        Assert.Contains(await Burst("/connect/token", null), answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        using var health = await gateway.Get("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Links_of_citizens_have_a_narrow_limit_of_their_own_that_no_token_widens()
    {
        var answers = await Burst("/api/v1/visits/links/abc", tokens.Channel("web"));
        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), 1, 4);
        using var elsewhere = await gateway.Get("/api/v1/cases", tokens.Channel("web"));
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_too_large_is_refused_whether_announced_or_not(bool announced)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = new ByteArrayContent(new byte[4096]) };
        if (!announced)
            request.Headers.TransferEncodingChunked = true;
        using var answer = await gateway.Send(request, tokens.Channel(), "en");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Body too large", problem.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_body_within_the_limit_arrives_whole()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases") { Content = new ByteArrayContent(new byte[2048]) };
        using var answer = await gateway.Send(request, tokens.Channel());
        Assert.Equal(2048, (await answer.Content.ReadFromJsonAsync<Echo>())!.BodyLength);
    }

    [Theory]
    [InlineData(4096, "/api/v1/cases/260302-000001-0/files", HttpStatusCode.OK)]
    [InlineData(16384, "/api/v1/cases/260302-000001-0/files", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(4096, "/api/v1/cases/260302-000001-0/reply", HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_file_may_be_larger_than_words(int bytes, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[bytes]), "file", "photo.png" } },
            // Or the gateway may hang up while the body is still being sent.
            Headers = { ExpectContinue = true },
        };

        using var answer = await gateway.Send(request, tokens.Person("officer.water", "officer"));

        Assert.Equal(expected, answer.StatusCode);
    }
}
