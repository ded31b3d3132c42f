using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Feedback.Tests.Telling;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests.Answering;

/// <summary>Somebody who has the link and the code of a notice, or one of them.</summary>
internal static class Citizen
{
    public static object Satisfied(string code) => new { code, solved = true, satisfied = "satisfied" };

    public static object Dissatisfied(string code, string reason, string? comment = null) => new { code, solved = false, satisfied = "dissatisfied", reason, comment };

    public static string Wrong(string code) => code == "000000" ? "000001" : "000000";

    /// <summary>Lets the story happen; answers the token and the code of its last event.</summary>
    public static async Task<(string Token, string Code)> Link(Bench bench, CaseStory story)
    {
        await bench.Happened(story);
        return (bench.Secrets.Token(story.Case.CaseId, story.Last.Version), bench.Secrets.Code(story.Case.CaseId, story.Last.Version));
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> Open(Bench bench, (string Token, string Code) link)
    {
        using var client = bench.Nobody();
        using var response = await client.GetAsync(new Uri($"/api/v1/visits/links/{link.Token}", UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> Answer(Bench bench, (string Token, string Code) link, object body, string act = "")
    {
        using var client = bench.Nobody();
        using var response = await client.PostAsJsonAsync($"/api/v1/visits/links/{link.Token}{act}", body);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static async Task<(HttpStatusCode Status, string Code)> Refused(Task<(HttpStatusCode Status, JsonElement Body)> asked)
    {
        var (status, problem) = await asked;
        return (status, problem.Text("type").Split('/')[^1]);
    }
}
