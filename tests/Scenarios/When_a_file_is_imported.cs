using System.Diagnostics;
using System.Globalization;
using System.Text;
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
        var folder = Directory.CreateTempSubdirectory("import-").FullName;
        var mark = Guid.NewGuid().ToString("N")[..8];
        var file = Path.Combine(folder, "messages.csv");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await File.WriteAllTextAsync(file, Mailbox(mark), Encoding.GetEncoding("GB18030"));
        var before = await Total();

        var (code, output) = await Import(file);
        Assert.True(code == RowsRejected, output);
        // Row numbers, fields and reasons of what was refused.
        Assert.Contains("title", output, StringComparison.Ordinal);
        await Eventually.Holds("all sound rows are counted", async () => await Total() == before + Rows - 1);

        await Import(file);
        var copy = Path.Combine(folder, "a-copy-with-another-name.csv");
        File.Copy(file, copy);
        // Without the journal only the keys of the rows keep them from coming twice.
        Directory.Delete(Path.Combine(city.Hotline.Host.Data, "imports"), recursive: true);
        await Import(copy);
        var marker = await (await city.As("web")).Submits(Matter.NoWater());
        await Eventually.Holds("what was imported again has been consumed", async () =>
            (await (await city.As("operator")).Gets($"/api/v1/search?q={marker}")).GetRawText().Contains(marker, StringComparison.Ordinal));
        Assert.Equal(before + Rows - 1 + 1, await Total());
    }

    private async Task<long> Total() => (await (await city.As("operator")).Gets("/api/v1/figures/headline")).GetProperty("cases").GetProperty("total").GetInt64();

    // As messages come: texts over several lines with commas and quotes, mixed dates, one row without a title.
    private static string Mailbox(string mark)
    {
        var csv = new StringBuilder("id,citizen,title,at,text,reply,replied_at\r\n");
        for (var row = 1; row <= Rows; row++)
        {
            var title = row == 7 ? "" : $"反映第{row}号路灯不亮";
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
