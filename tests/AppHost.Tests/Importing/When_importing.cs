using Hotline.Launcher;
using Hotline.Launcher.Importing;

namespace Hotline.AppHost.Tests.Importing;

public sealed class When_importing : IDisposable
{
    private static readonly Mapping _mapping = new()
    {
        Source = "test",
        Fields = new() { ["title"] = new() { Text = "{title}" }, ["receivedAt"] = new() { Date = "{at}" } },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-importing-").FullName;

    [Fact]
    public async Task Every_row_becomes_one_case_however_often_it_runs()
    {
        await using var gateway = await FakeGateway.StartAsync();

        Assert.Equal(new ImportCount(50, 0, 0), await RunAsync(gateway, Rows(50)));
        Assert.Equal(new ImportCount(0, 50, 0), await RunAsync(gateway, Rows(50)));
        Assert.Equal(50, gateway.Requests);
        Directory.Delete(_folder, recursive: true);
        Assert.Equal(50, (await RunAsync(gateway, Rows(50))).Created);

        Assert.Equal(50, gateway.Cases.Count);
    }

    [Fact]
    public async Task Rows_that_say_the_same_are_different_cases()
    {
        await using var gateway = await FakeGateway.StartAsync();

        await RunAsync(gateway, [.. Rows(1), .. Rows(1)]);

        Assert.Equal(2, gateway.Cases.Count);
    }

    [Fact]
    public async Task It_goes_on_where_it_broke_off()
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.FailsAfter = 20;
        await Assert.ThrowsAsync<LaunchFailedException>(() => RunAsync(gateway, Rows(50)));

        gateway.FailsAfter = null;
        var count = await RunAsync(gateway, Rows(50));

        Assert.Equal(50, gateway.Cases.Count);
        Assert.InRange(count.Earlier, 12, 20);
    }

    [Fact]
    public async Task A_busy_gateway_is_given_the_time_it_asks_for()
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.BeBusy(5);

        Assert.Equal(new ImportCount(10, 0, 0), await RunAsync(gateway, Rows(10)));
    }

    [Fact]
    public async Task A_rejected_row_is_reported_with_row_field_and_reason()
    {
        await using var gateway = await FakeGateway.StartAsync();
        var report = Path.Combine(_folder, "rejected.csv");

        var count = await RunAsync(gateway, [Row(2, "good"), Row(3, "bad"), Row(4, "good", "someday")], report);

        Assert.Equal(new ImportCount(1, 0, 2), count);
        Assert.Equal(["row,field,reason", "3,title,is bad", "4,receivedAt,is not a date: someday"], await File.ReadAllLinesAsync(report));
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<ImportCount> RunAsync(FakeGateway gateway, IReadOnlyList<SourceRow> rows, string? report = null)
    {
        using var journal = ImportJournal.Open(_folder, "test", "import", gateway.Address);
        using var http = new HttpClient { BaseAddress = gateway.Address };
        var importer = new Importer(_mapping, "import", new Submission(http, () => Task.FromResult("token")), journal);
        var count = await importer.RunAsync(rows, () => { }, CancellationToken.None);
        if (report is not null)
        {
            importer.Rejected.Report(report);
        }

        return count;
    }

    private static SourceRow[] Rows(int count) => [.. Enumerable.Range(1, count).Select(number => Row(number, $"title {number}"))];

    private static SourceRow Row(int number, string title, string at = "") =>
        new(number, new Dictionary<string, string> { ["title"] = title, ["at"] = at });
}
