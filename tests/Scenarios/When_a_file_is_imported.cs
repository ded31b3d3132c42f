using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Hotline.TestKit;

namespace Hotline.Scenarios;

[Collection(CityCollection.Name)]
public sealed class When_a_file_is_imported(City city)
{
    private const int Rows = 400;

    // The exit code that tells a script to look at the list of refused rows.
    private const int RowsRejected = 2;

    [Fact]
    public async Task Every_sound_row_becomes_a_case_once_however_often_it_is_imported()
    {
        var folder = TemporaryFolder.Create("import");
        var mark = string.Concat(Guid.NewGuid().ToByteArray().Select(random => (char)('a' + random % 26)));
        var file = Path.Combine(folder, "messages.csv");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await File.WriteAllTextAsync(file, Mailbox(mark), Encoding.GetEncoding("GB18030"));

        var (code, output) = await Import(file);
        Assert.True(code == RowsRejected, output);
        // Row numbers, fields and reasons of what was refused.
        Assert.Contains("title", output, StringComparison.Ordinal);
        await Eventually.Holds("every sound row is found", async () => await Found(mark) == Rows - 1);

        await Import(file);
        var copy = Path.Combine(folder, "a-copy-with-another-name.csv");
        File.Copy(file, copy);
        // Without the journal only the keys of the rows keep them from coming twice.
        Directory.Delete(Path.Combine(city.Hotline.Host.Data, "imports"), recursive: true);
        await Import(copy);
        await Settled();
        Assert.Equal(Rows - 1, await Found(mark));
    }

    [Fact]
    public async Task What_was_answered_elsewhere_is_told_again_and_the_figures_have_its_times()
    {
        // Hours that citizens waited in the summer of 2019, by the unit that is in charge of the matter.
        (string Category, string Matter, int Hours)[] mailbox =
        [
            ("utilities.water.quality", "自来水发黄", 36), ("utilities.water.quality", "自来水有异味", 12), ("utilities.water.quality", "自来水浑浊", 240),
            ("utilities.water.quality", "水压很低", 60), ("city.sanitation.garbage", "乱倒建筑垃圾", 24), ("city.sanitation.garbage", "垃圾无人清运", 100),
        ];
        var units = new Dictionary<string, List<double>>();
        foreach (var (category, matter, hours) in mailbox)
        {
            var unit = await Retold(category, matter, hours);
            (units.TryGetValue(unit, out var waited) ? waited : units[unit] = []).Add(hours * 60);
        }

        Assert.Equal(2, units.Count);
        var staff = await city.As("operator");
        await Eventually.Holds("the figures tell how long each unit's citizens waited", async () =>
            (await staff.Gets("/api/v1/figures/reply-times?by=unit&from=2019-07-08&to=2019-07-09")).GetProperty("groups").EnumerateArray()
                .Count(group => units.TryGetValue(group.Text("key"), out var waited) && Tells(group, waited)) == 2);
        Assert.True(Tells(
            (await staff.Gets("/api/v1/figures/reply-times?from=2019-07-08&to=2019-07-09")).GetProperty("groups")[0], [.. units.Values.SelectMany(one => one)]));
    }

    /// <summary>A message of the past to its end.</summary>
    /// <returns>The unit that answered.</returns>
    private async Task<string> Retold(string category, string matter, int hours)
    {
        var (source, staff) = (await city.As("import"), await city.As("operator"));
        var receivedAt = new DateTimeOffset(2019, 7, 8, 15, 17, 11, TimeSpan.Zero);
        var number = await source.Submits(new
        {
            title = $"反映{matter}",
            text = $"滨江路小区{matter}已经两天，请尽快处理。",
            citizen = new { name = "UU000812" },
            receivedAt,
        });
        await staff.Triages(number, new { category, kind = "efficiency", type = "complaint" });
        var unit = (await staff.Does("dispatch", number)).Text("lead");
        var officer = await city.As($"officer.{unit.Split('.')[1]}");
        await officer.Does("sign", number);
        var answer = new { answer = $"滨江路{matter}系管理不善所致，已于7月10日整改完毕，恢复正常。", answeredAt = receivedAt.AddHours(hours) };
        var early = await officer.Does("reply", number, answer with { answeredAt = receivedAt.AddMinutes(-17) }, HttpStatusCode.BadRequest);
        Assert.Contains("answeredAt", early.GetProperty("errors").GetRawText(), StringComparison.Ordinal);
        if ((await officer.Does("reply", number, answer)).Status() == "inReview")
            await staff.Does("review", number, new { approved = true });
        Assert.Equal("closed", (await staff.Does("visit", number, new { reached = true, solved = true, satisfied = "satisfied" })).Status());
        return unit;
    }

    private static bool Tells(JsonElement group, IReadOnlyList<double> minutes) =>
        group.GetProperty("answered").GetInt32() == minutes.Count
        && Math.Abs(group.GetProperty("meanMinutes").GetDouble() - minutes.Average()) < 0.01
        && Math.Abs(group.GetProperty("medianMinutes").GetDouble() - Median([.. minutes.Order()])) < 0.01;

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>How many cases search finds by a word, over all pages.</summary>
    private async Task<int> Found(string word)
    {
        var staff = await city.As("operator");
        var (found, cursor) = (0, "");
        do
        {
            var page = await staff.Gets($"/api/v1/search?q={word}&limit=200{cursor}");
            found += page.GetProperty("items").GetArrayLength();
            cursor = page.Maybe("cursor") is { ValueKind: JsonValueKind.String } next ? "&cursor=" + Uri.EscapeDataString(next.GetString()!) : "";
        }
        while (cursor.Length > 0);
        return found;
    }

    /// <summary>Everything published so far was consumed: no queue holds a message.</summary>
    private async Task Settled()
    {
        var marker = await (await city.As("web")).Submits(Matter.NoWater());
        await Eventually.Holds("a case submitted after the import is found", async () => await Found(marker) == 1);
        await Eventually.Holds("the queues are empty", async () => (await (await city.As("supervisor")).Gets("/api/v1/operations/queues"))
            .GetProperty("queues").EnumerateArray().All(queue => queue.GetProperty("depth").GetInt64() == 0));
    }

    // As messages come: texts over several lines with commas and quotes, mixed dates, one row without a title.
    private static string Mailbox(string mark)
    {
        var csv = new StringBuilder("id,citizen,title,at,text,reply,replied_at\r\n");
        for (var row = 1; row <= Rows; row++)
        {
            var title = row == 7 ? "" : $"反映第{row}号路灯不亮 {mark}";
            var at = row % 3 == 0 ? $"2019/7/{1 + row % 28} 23:17:11" : $"2019/7/{1 + row % 28}";
            csv.Append(CultureInfo.InvariantCulture, $"{mark}{row},UU{row:000000},{title},{at},\"您好:\r\n路灯\"\"{row}\"\"不亮,请处理。\",已处理,2019/8/2 8:54:17\r\n");
        }
        return csv.ToString();
    }

    private async Task<(int Code, string Output)> Import(string file)
    {
        var start = new ProcessStartInfo("dotnet", [
            Repository.Program("src/Launcher"), "import", file, "--data", city.Hotline.Host.Data,
            "--port", city.Hotline.Host.Port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
