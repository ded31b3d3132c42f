using System.Text.Json;
using System.Text.Json.Nodes;
using Hotline.Load.Living;
using Hotline.Load.Measuring;
using Hotline.Load.Running;

namespace Hotline.Load.Retelling;

/// <summary>What became of a message.</summary>
/// <param name="Unit">That answered it, e.g. <c>dept.water</c>.</param>
/// <param name="Held">Screening held it until the desk had decided.</param>
/// <param name="Reviewed">Rules found fault with the answer, or its category is always reviewed.</param>
internal sealed record Retold(Message Message, string Unit, bool Held, bool Reviewed);

/// <summary>Tells one message again, through the gateway, as the people concerned. The desk triages by what Hotline itself suggests.</summary>
internal sealed class Retelling(Api api, string category, Latencies acts)
{
    private readonly Person _source = new(api, "import", acts);
    private readonly Person _operator = new(api, "operator", acts);

    /// <exception cref="LifeFailedException">Somebody was refused what a message needs.</exception>
    public async Task<Retold> TellAsync(Message message)
    {
        var number = await _source.SubmitAsync(message.Submission);
        var suggested = await SuggestedAsync(message);
        var held = Status(await CaseAsync(number)) == "held";
        if (held)
        {
            await _operator.DoAsync(number, "accept", new { note = "历史诉求，核实后受理" });
        }

        await _operator.DoAsync(number, "triage", new { category = suggested, kind = "efficiency" });
        var lead = (await _operator.DoAsync(number, "dispatch")).Text("lead");
        var officer = new Person(api, $"officer.{lead.Split('.')[1]}", acts);
        await officer.DoAsync(number, "sign");
        var reply = message.Answer.DeepClone().AsObject();
        reply["record"] = "按历史答复录入";
        var reviewed = Status((await officer.DoAsync(number, "reply", reply)).Json) == "inReview";
        if (reviewed)
        {
            await _operator.DoAsync(number, "review", new { approved = true });
        }

        var closed = await _operator.DoAsync(number, "visit", new { reached = true, solved = true, satisfied = "satisfied" });
        return Status(closed.Json) == "closed" ? new Retold(message, lead, held, reviewed) : throw new LifeFailedException($"{number} did not come to its end.");
    }

    private async Task<string> SuggestedAsync(Message message)
    {
        var advice = await _operator.AskAsync("/api/v1/cases/advice", new JsonObject { ["text"] = message.Words });
        var best = advice.Json.GetProperty("categories").EnumerateArray().FirstOrDefault(one => one.GetProperty("kind").GetString() == "efficiency");
        return best.ValueKind == JsonValueKind.Undefined ? category : best.GetProperty("code").GetString()!;
    }

    private async Task<JsonElement> CaseAsync(string number)
    {
        var answer = await api.GetAsync("operator", $"/api/v1/cases/{number}");
        return answer.Succeeded ? answer.Json : throw new LifeFailedException($"operator: {number} answered {answer.Status}");
    }

    private static string? Status(JsonElement one) => one.GetProperty("status").GetString();
}
