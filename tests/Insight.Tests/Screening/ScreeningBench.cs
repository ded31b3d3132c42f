using Hotline.Contracts.Cases;
using Hotline.Insight.Screening;
using Hotline.Insight.Tests.Support;
using DemoCity = Hotline.TestKit.Stories.DemoCity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Insight.Tests.Screening;

/// <summary>The screener over a read model of its own, with time and the cases in the test's hands.</summary>
internal sealed class ScreeningBench : IAsyncDisposable
{
    private static readonly DateTimeOffset Today = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);

    private readonly ScreeningMeter _meter;

    private ScreeningBench(ReadModel model)
    {
        Model = model;
        _meter = ActivatorUtilities.CreateInstance<ScreeningMeter>(model.Services);
    }

    public ReadModel Model { get; }

    public AskedCases Cases { get; } = new();

    public FakeTimeProvider Time { get; private init; } = new(Today.AddHours(30));

    public static async Task<ScreeningBench> Open()
    {
        var time = new FakeTimeProvider(Today.AddHours(30));
        return new ScreeningBench(await ReadModel.Create(time)) { Time = time };
    }

    /// <summary>A matter brought at an hour of the day.</summary>
    public static CaseStory Matter(
        int hour, string citizen = "zhang", string title = "自来水发黄", string text = "滨江路自来水发黄有异味,已经两天,物业不知道原因。",
        string? street = "滨江路", CaseKind kind = CaseKind.Efficiency, string? category = "utilities.water.quality", string? area = "jiangbei") =>
        new(Math.Abs(hour), kind, title, text, at: Today.AddHours(hour), phoneHash: citizen, category: category,
            with: one => one with { Area = area, MaskedAddress = street });

    /// <summary>They were taken in, and whatever else their stories tell has happened.</summary>
    public async Task Happened(params CaseStory[] stories)
    {
        foreach (var story in stories)
            await Model.Apply(story.Events);
    }

    /// <summary>One turn of a screener that has just started.</summary>
    public Task Screen(int perSecond = 5, int most = 1000) => new Screener(
        new ToScreen(Model.Database), new EarlierCases(Model.Database, DemoCity.City), Cases.Door, DemoCity.City, _meter, Time,
        Options.Create(new ScreeningOptions { PerSecond = perSecond, Most = most }), NullLogger<Screener>.Instance).Screen(CancellationToken.None);

    /// <summary>What a case was asked to hold for; null when it was not.</summary>
    public IReadOnlyList<Finding>? Found(CaseStory story) => Cases.Asked.LastOrDefault(one => one.Case == story.Case.CaseId).Act?.Findings;

    public Task<long> Waiting() => Model.Ask<long>("select count(*) from insight.to_screen");

    public ValueTask DisposeAsync() => Model.DisposeAsync();
}
