using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Threading.Channels;
using Hotline.ServiceDefaults.Callers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hotline.Gateway.Tests;

public sealed class When_events_are_streamed : IAsyncLifetime
{
    private const string Path = "/api/v1/worklists/stream";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _words = Channel.CreateUnbounded<string>();
    private readonly Tokens _tokens = new();
    private Backend _identity = null!, _insight = null!;
    private GatewayInstance _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await GatewayInstance.StartIdentity(_tokens);
        _insight = await Backend.Start("insight", app => app.MapGet(Path, () => TypedResults.ServerSentEvents(_words.Reader.ReadAllAsync(), "word")));
        _gateway = await GatewayInstance.Start([("identity", _identity.Address), ("insight", _insight.Address)], ("Gateway:AnswerTimeout", "00:00:02"));
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _words.Writer.TryComplete();
        await _insight.DisposeAsync();
        await _identity.DisposeAsync();
        _tokens.Dispose();
    }

    [Fact]
    public async Task Each_is_passed_on_at_once_for_longer_than_an_answer_may_take()
    {
        await using var heard = await Listen();
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 1; TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(4); i++)
        {
            _words.Writer.TryWrite($"{i}");
            Assert.True(await heard.MoveNextAsync().AsTask().WaitAsync(Deadline));
            Assert.Equal($"{i}", heard.Current.Data);
            while (TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMilliseconds(500 * i))
                await Task.Delay(50);
        }
    }

    [Fact]
    public async Task They_do_not_keep_the_gateway_from_stopping()
    {
        await using var heard = await Listen();

        await _gateway.Stop().WaitAsync(Deadline);
    }

    [Fact]
    public async Task The_service_learns_when_the_token_expires()
    {
        using var answer = await _gateway.Get("/api/v1/worklists", _tokens.Sign("wang", "hotline-cli", "operator", "openid", validFor: TimeSpan.FromMinutes(7)));
        var echo = (await answer.Content.ReadFromJsonAsync<Echo>())!;
        var left = _gateway.Callers.Read(echo.Header(CallerHeader.Name))!.Until - TimeProvider.System.GetUtcNow();
        Assert.InRange(left!.Value, TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(7));
    }

    // The answer begins with the first word.
    private async Task<IAsyncEnumerator<SseItem<string>>> Listen()
    {
        _words.Writer.TryWrite("first");
        _gateway.Client.DefaultRequestHeaders.Authorization = new("Bearer", _tokens.Person("wang", "operator"));
        var stream = await _gateway.Client.GetStreamAsync(new Uri(Path, UriKind.Relative));
        var heard = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
        Assert.True(await heard.MoveNextAsync().AsTask().WaitAsync(Deadline));
        return heard;
    }
}
