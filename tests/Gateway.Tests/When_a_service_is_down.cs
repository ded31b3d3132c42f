using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Gateway.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Gateway.Tests;

public sealed class When_a_service_is_down
{
    private static async Task AssertUnavailable(HttpResponseMessage answer, string title)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(title, problem.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("zh-CN", "服务暂时不可用")]
    [InlineData("en", "Temporarily unavailable")]
    public async Task Callers_are_told_to_try_again(string language, string title)
    {
        using var tokens = new Tokens();
        await using var identity = await GatewayInstance.StartIdentity(tokens);
        var gone = await Backend.Start("dispatch");
        await using var gateway = await GatewayInstance.Start([("identity", identity.Address), ("dispatch", gone.Address)]);
        await gone.DisposeAsync();
        // Nobody configured, and somebody who no longer listens.
        using var never = await gateway.Get("/api/v1/cases", tokens.Channel(), language);
        await AssertUnavailable(never, title);
        using var no_longer = await gateway.Get("/api/v1/offers", tokens.Channel(), language);
        await AssertUnavailable(no_longer, title);
    }

    [Fact]
    public async Task Its_other_instance_answers_instead()
    {
        using var tokens = new Tokens();
        await using var identity = await GatewayInstance.StartIdentity(tokens);
        await using var one = await Backend.Start("one");
        await using var sick = await Backend.Start("sick", app => app.Use(static (HttpContext context, RequestDelegate _) =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }));
        await using var gateway = await GatewayInstance.Start([("identity", identity.Address), ("cases", one.Address), ("cases", sick.Address)]);
        var token = tokens.Channel();
        await Eventually(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                using var answer = await gateway.Get("/api/v1/cases", token);
                if (answer.StatusCode != HttpStatusCode.OK)
                    return false;
            }
            return true;
        });
    }

    [Fact]
    public async Task An_only_instance_that_is_not_ready_is_not_asked()
    {
        using var tokens = new Tokens();
        var asked = 0;
        await using var identity = await GatewayInstance.StartIdentity(tokens);
        await using var sick = await Backend.Start("sick", app => app.Use((HttpContext context, RequestDelegate _) =>
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                Interlocked.Increment(ref asked);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        }));
        await using var gateway = await GatewayInstance.Start([("identity", identity.Address), ("cases", sick.Address)]);
        var token = tokens.Channel();
        await Eventually(async () =>
        {
            using var refused = await gateway.Get("/api/v1/cases", token);
            return refused.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        var before = asked;
        using var answer = await gateway.Get("/api/v1/cases", token, "en");
        await AssertUnavailable(answer, "Temporarily unavailable");
        Assert.Equal(before, asked);
        using var state = await gateway.Get("/health/ready");
        Assert.Contains("Degraded", await state.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_only_instance_that_is_ready_is_asked_however_many_requests_failed()
    {
        using var tokens = new Tokens();
        await using var identity = await GatewayInstance.StartIdentity(tokens);
        await using var torn = await Backend.Start("torn", app => app.Map("/api/v1/cases/torn", (HttpContext context) => context.Abort()));
        await using var gateway = await GatewayInstance.Start([("identity", identity.Address), ("cases", torn.Address)]);
        for (var i = 0; i < 50; i++)
            (await gateway.Get("/api/v1/cases/torn", tokens.Channel())).Dispose();
        using var answer = await gateway.Get("/api/v1/cases/261127-000001-4", tokens.Channel());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_gives_504()
    {
        using var tokens = new Tokens();
        await using var identity = await GatewayInstance.StartIdentity(tokens);
        await using var slow = await Backend.Start("slow", app =>
            app.MapGet("/api/v1/cases", async (HttpContext context) => await Task.Delay(Timeout.Infinite, context.RequestAborted)));
        await using var gateway = await GatewayInstance.Start(
            [("identity", identity.Address), ("cases", slow.Address)], ("Gateway:AnswerTimeout", "00:00:00.5"));
        using var answer = await gateway.Get("/api/v1/cases", tokens.Channel());
        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.EndsWith("/answer-too-slow", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_so_once_in_ten_seconds_with_the_number_of_requests()
    {
        using var tokens = new Tokens();
        using var lines = new LogLines();
        var time = new FakeTimeProvider();
        await using var identity = await GatewayInstance.StartIdentity(tokens);
        var gone = await Backend.Start("dispatch");
        await using var gateway = await GatewayInstance.Start(
            [("identity", identity.Address), ("dispatch", gone.Address)],
            builder =>
            {
                builder.Logging.AddProvider(lines);
                builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ForwardingFailures>(provider, time));
            },
            // Nobody finds out before the requests do.
            ("Gateway:HealthInterval", "01:00:00"));
        await gone.DisposeAsync();
        for (var i = 0; i < 25; i++)
            (await gateway.Get("/api/v1/offers", tokens.Channel())).Dispose();
        Assert.Empty(OfForwarding(lines));
        time.Advance(TimeSpan.FromSeconds(10));
        await Eventually(() => Task.FromResult(OfForwarding(lines).Count > 0));
        Assert.Contains("dispatch-0 gave no answer to 25 requests", Assert.Single(OfForwarding(lines)), StringComparison.Ordinal);
    }

    private static List<string> OfForwarding(LogLines lines) => [.. lines.All.Where(line => line.Contains("Forward", StringComparison.Ordinal))];

    private static async Task Eventually(Func<Task<bool>> fact)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await fact())
            await Task.Delay(50, deadline.Token);
    }
}
