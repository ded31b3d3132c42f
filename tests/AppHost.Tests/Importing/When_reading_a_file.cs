using System.Text;
using Hotline.Launcher.Importing;

namespace Hotline.AppHost.Tests.Importing;

public sealed class When_reading_a_file : IDisposable
{
    private const string Text = "编号,标题\n1,\"路灯不亮，\n三天了\"\n2,垃圾未清运\n";

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    static When_reading_a_file() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    public void Its_encoding_is_found(string encoding, bool mark)
    {
        var text = Encoding.GetEncoding(encoding);
        File.WriteAllBytes(_path, [.. mark ? text.GetPreamble() : [], .. text.GetBytes(Text)]);

        var rows = CsvRows.Read(_path).ToList();

        Assert.Equal(["1", "2"], rows.Select(row => row.Columns["编号"]));
        Assert.Equal("路灯不亮，\n三天了", rows[0].Columns["标题"]);
    }

    [Fact]
    public void Rows_are_numbered_as_a_spreadsheet_does()
    {
        File.WriteAllText(_path, "a;b\n1;\"x\ny\"\n2\n3;4;5\n");

        var rows = CsvRows.Read(_path).ToList();

        Assert.Equal([2, 3, 4], rows.Select(row => row.Number));
        Assert.Equal("", rows[1].Columns["b"]);
        Assert.Equal("has 3 values for 2 columns", rows[2].Fault);
    }

    [Theory]
    [InlineData("""[{"id":1,"place":{"address":"A"}},{"id":2}]""")]
    [InlineData("{\"id\":1,\"place\":{\"address\":\"A\"}}\n\n{\"id\":2}\n")]
    public void Json_is_an_array_or_an_object_per_line(string json)
    {
        File.WriteAllText(_path, json);

        var rows = JsonRows.Read(_path).ToList();

        Assert.Equal(["1", "2"], rows.Select(row => row.Columns["id"]));
        Assert.Equal("A", rows[0].Columns["place.address"]);
    }

    [Fact]
    public void A_line_that_is_no_json_costs_that_line_only()
    {
        File.WriteAllText(_path, "{\"id\":1}\n{broken\n{\"id\":3}\n");

        var rows = JsonRows.Read(_path).ToList();

        Assert.Equal([false, true, false], rows.Select(row => row.Fault is not null));
    }

    public void Dispose() => File.Delete(_path);
}
