using System.Text.Json;

namespace Hotline.Load.Faults.Working;

/// <summary>What becomes of a matter after it was taken in.</summary>
internal enum Plot
{
    /// <summary>Nothing.</summary>
    Submitted,

    /// <summary>A life service that is accepted: merchants are asked, and nobody answers.</summary>
    Offered,

    /// <summary>A complaint, all the way to the return visit.</summary>
    Closed,
}

/// <summary>One thing somebody does to a case, and the event it must leave.</summary>
internal sealed record Step(string Act, string Who, object Body, string Event);

/// <summary>What the citizens of a run bring, and what is then done. The number of a matter decides all of it.</summary>
internal static class Story
{
    private static readonly object _nothing = new { };

    // One citizen brings all of them, so screening may hold any: the note decides that.
    private static readonly Step[] _accepted = [new("accept", "operator", new { note = "已核实" }, "CaseAccepted")];

    private static readonly Step[] _closed =
    [
        .. _accepted,
        new("triage", "operator", new { urgency = "pressing" }, "CaseTriaged"),
        new("dispatch", "operator", _nothing, "CaseDispatched"),
        new("sign", "officer.water", _nothing, "CaseSigned"),
        new("contact", "officer.water", new { note = "已电话联系" }, "CitizenContacted"),
        new("reply", "officer.water", new { answer = "自来水发黄系管道检修所致,管网已冲洗,水质合格。", record = "更换阀门一处" }, "CaseReplied"),
        new("visit", "operator", new { reached = true, solved = true, satisfied = "satisfied" }, "VisitRecorded"),
    ];

    public static Plot PlotOf(int number) => (number % 10) switch
    {
        0 => Plot.Offered,
        1 or 4 or 7 => Plot.Closed,
        _ => Plot.Submitted,
    };

    public static IReadOnlyList<Step> StepsOf(Plot plot) => plot switch
    {
        Plot.Submitted => [],
        Plot.Offered => _accepted,
        Plot.Closed => _closed,
    };

    /// <summary>Title that tells the matter from all others of all runs; letters only, for masking leaves them alone.</summary>
    public static string TitleOf(string run, int number) => $"水 {run}{Letters(number)}";

    public static string TextOf(string title) => $"{title} 的诉求:自来水有问题,请尽快处理。";

    public static byte[] BodyOf(Plot plot, string title) => JsonSerializer.SerializeToUtf8Bytes<object>(plot == Plot.Offered
        ? new
        {
            category = "home.water.burst-pipe",
            title,
            text = TextOf(title),
            citizen = new { name = "张伟", phone = "13857912345" },
            place = new { address = "解放路88号", area = "chengdong", latitude = 29.271, longitude = 120.252 },
        }
        : new
        {
            kind = "efficiency",
            type = "complaint",
            category = "utilities.water.quality",
            title,
            text = TextOf(title),
            citizen = new { name = "张伟", phone = "13857912345" },
            place = new { address = "江北街道滨江路12号", area = "jiangbei" },
        });

    private static string Letters(int number)
    {
        Span<char> letters = stackalloc char[4];
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            letters[i] = (char)('a' + number % 26);
            number /= 26;
        }

        return letters.ToString();
    }
}
