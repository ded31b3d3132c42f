using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Hotline.Scenarios;

/// <summary>Somebody who uses Hotline over HTTP.</summary>
public sealed class Person(HttpClient http)
{
    /// <summary>Submits a matter and answers its number.</summary>
    public async Task<string> Submits(object matter) => (await Post("/api/v1/cases", matter, HttpStatusCode.Created, Guid.NewGuid().ToString())).Text("number");

    /// <summary>Does an act to a case and answers the case after it.</summary>
    public Task<JsonElement> Does(string act, string number, object? body = null, HttpStatusCode expect = HttpStatusCode.OK) =>
        Post($"/api/v1/cases/{number}/{act}", body, expect);

    /// <summary>Accepts a case, with the word it takes should others like it have had it held.</summary>
    public Task<JsonElement> Accepts(string number) => Does("accept", number, new { note = "已核实,予以受理" });

    /// <summary>Triages a case that was just received. Should it have been held meanwhile, it is accepted first, as the answer says.</summary>
    public async Task<JsonElement> Triages(string number, object? body = null)
    {
        using var response = await http.PostAsJsonAsync($"/api/v1/cases/{number}/triage", body ?? new { });
        if (response.StatusCode != HttpStatusCode.Conflict)
            return await Read(response, "triage", HttpStatusCode.OK);
        Assert.Equal("case-held", (await Read(response, "triage", HttpStatusCode.Conflict)).Problem());
        await Accepts(number);
        return await Does("triage", number, body);
    }

    /// <summary>Reads the case.</summary>
    public Task<JsonElement> Sees(string number, HttpStatusCode expect = HttpStatusCode.OK) => Gets($"/api/v1/cases/{number}", expect);

    /// <summary>Adds a file to the case and answers the case after it.</summary>
    public async Task<JsonElement> Sends(string number, string name, byte[] content, HttpStatusCode expect = HttpStatusCode.OK)
    {
        var path = $"/api/v1/cases/{number}/files";
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        return await Read(response, path, expect);
    }

    /// <summary>Reads a file of a case.</summary>
    public async Task<(string? Type, byte[] Content)> Opens(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    public async Task<JsonElement> Gets(string path, HttpStatusCode expect = HttpStatusCode.OK)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await Read(response, path, expect);
    }

    /// <summary>Reads what follows a case with a little delay; null while it is not there yet.</summary>
    public async Task<JsonElement?> Finds(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode == HttpStatusCode.NotFound ? null : await Read(response, path, HttpStatusCode.OK);
    }

    public Task<JsonElement> Post(string path, object? body, HttpStatusCode expect, string? key = null) => Send(HttpMethod.Post, path, body, expect, key);

    public async Task<JsonElement> Send(HttpMethod method, string path, object? body, HttpStatusCode expect, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request);
        return await Read(response, path, expect);
    }

    /// <summary>Listens to server-sent events.</summary>
    public async Task<Listener> Follows(string path) => new(await http.GetStreamAsync(new Uri(path, UriKind.Relative)));

    private static async Task<JsonElement> Read(HttpResponseMessage response, string path, HttpStatusCode expect)
    {
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        Assert.True(response.StatusCode == expect, $"{path} answered {(int)response.StatusCode}, not {(int)expect}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}

/// <summary>Reading of answers.</summary>
internal static class Json
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static JsonElement? Maybe(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    public static string Status(this JsonElement @case) => @case.Text("status");

    /// <summary>End of a problem's type.</summary>
    public static string Problem(this JsonElement problem) => problem.Text("type").Split('/')[^1];
}

/// <summary>Waits for a fact that services bring about on their own.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task<T> Is<T>(string fact, Func<Task<T?>> look, TimeSpan? within = null)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < (within ?? Deadline))
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(50);
        }
        throw new TimeoutException($"Within {within ?? Deadline}: {fact}");
    }

    public static Task Holds(string fact, Func<Task<bool>> look) => Is(fact, async () => await look() ? "yes" : null);
}
