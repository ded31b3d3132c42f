using Hotline.Launcher.Importing;

namespace Hotline.AppHost.Tests.Importing;

public sealed class When_reading_a_row
{
    private static readonly Mapping _mapping = new()
    {
        Source = "test",
        Row = "{id}",
        TimeZone = "Asia/Shanghai",
        Dates = ["yyyy/M/d H:mm:ss", "MM/dd/yyyy hh:mm:ss tt"],
        Fields = new()
        {
            ["title"] = new() { Text = "{kind}: {title}", Max = 12, Required = true },
            ["text"] = new() { Text = "{text}", Required = true },
            ["receivedAt"] = new() { Date = "{at}" },
            ["place.latitude"] = new() { Number = "{lat}" },
            ["category"] = new() { Text = "{kind}", Map = new() { ["Noise"] = "environment.noise.social" } },
            ["citizen.anonymous"] = new() { Flag = true },
        },
    };

    [Fact]
    public void Columns_become_the_fields_of_a_case()
    {
        var row = Read(("id", "7"), ("kind", "Noise"), ("title", "bar"), ("text", "two\nlines"), ("at", "2019/7/8 23:17:11"), ("lat", "40.5"));

        Assert.Equal(
            """{"title":"Noise: bar","text":"two\nlines","receivedAt":"2019-07-08T15:17:11Z","place":{"latitude":40.5},"category":"environment.noise.social","citizen":{"anonymous":true}}""",
            row.Case!.ToJsonString());
        Assert.Equal("7", row.Key);
    }

    [Fact]
    public void What_is_empty_or_unknown_is_left_out() => Assert.Equal(
        """{"title":"Else: bar","text":"t","citizen":{"anonymous":true}}""",
        Read(("kind", "Else"), ("title", "bar"), ("text", "t"), ("at", ""), ("lat", "")).Case!.ToJsonString());

    [Fact]
    public void A_long_title_is_cut_between_characters() =>
        Assert.Equal("Noise: bar…", (string?)Read(("kind", "Noise"), ("title", "bar😀😀😀"), ("text", "t")).Case!["title"]);

    [Fact]
    public void Every_fault_is_named()
    {
        var row = Read(("kind", "Noise"), ("title", "bar"), ("text", ""), ("at", "yesterday"), ("lat", "north"));

        Assert.Null(row.Case);
        Assert.Equal(["text", "receivedAt", "place.latitude"], row.Faults.Select(fault => fault.Field));
    }

    [Theory]
    [InlineData("2019/7/8 23:17:11", "2019-07-08T15:17:11Z")]
    [InlineData("05/01/2022 12:00:03 AM", "2022-04-30T16:00:03Z")]
    [InlineData("2022-05-01T00:00:03+02:00", "2022-04-30T22:00:03Z")]
    [InlineData("2022-05-01T00:00:03Z", "2022-05-01T00:00:03Z")]
    [InlineData("2022-05-01", "2022-04-30T16:00:00Z")]
    public void Dates_of_every_kind_become_one_instant(string text, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), new Dates(_mapping).Parse(text));

    [Fact]
    public void An_hour_that_the_clock_skipped_is_the_one_after_it() => Assert.Equal(
        new DateTimeOffset(2022, 3, 13, 7, 30, 0, TimeSpan.Zero),
        new Dates(new Mapping { TimeZone = "America/New_York" }).Parse("2022-03-13 02:30:00"));

    private static CaseRow Read(params (string Column, string Value)[] columns) =>
        new RowReading(_mapping).Read(new SourceRow(2, columns.ToDictionary(column => column.Column, column => column.Value)));
}
