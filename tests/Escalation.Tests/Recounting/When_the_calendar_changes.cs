using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Units;
using Hotline.Escalation.Explaining;
using Hotline.Escalation.Recounting;
using Hotline.TestKit;
using Hotline.TestKit.Stories;

namespace Hotline.Escalation.Tests.Recounting;

public sealed class When_the_calendar_changes : IDisposable
{
    private static readonly UnitRef Water = UnitRef.Department("water");
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-city-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_runs_is_due_later_by_a_holiday_that_was_announced_late_and_says_why()
    {
        await using var bench = await Bench.Open();
        var (story, done) = (new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water), new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed());
        await bench.Happened(story);
        await bench.Happened(done);
        var (before, stopped) = (await bench.Deadline(story, "handle"), await bench.Deadline(done, "sign"));
        var city = CityWithHoliday();

        // Two clocks each reach beyond the Wednesday: the return window and the handling.
        Assert.Equal(4, await new Recount(bench.Database, city, bench.Time).Run(CancellationToken.None));

        var after = await bench.Deadline(story, "handle");
        Assert.Equal(city.Calendar.Add(before.StartedAt, Cities.Calendars.WorkingDuration.WorkingDays(15)), after.DueAt);
        Assert.True(after.DueAt > before.DueAt && after.WarnAt > before.WarnAt, $"{before} {after}");
        Assert.Equal(stopped, await bench.Deadline(done, "sign"));
        var told = new ClockExplanation(city, CultureInfo.GetCultureInfo("en"), bench.Time.GetUtcNow())
            .Of((await bench.Files.Find(story.Case.Number, CancellationToken.None))!).Clocks.Single(clock => clock.Clock == "handle");
        var move = Assert.Single(told.Moves!);
        Assert.Equal((bench.Time.GetUtcNow(), before.DueAt, after.DueAt), (move.At, move.DueBefore, move.DueAfter));
        Assert.Contains("calendar", move.Text, StringComparison.Ordinal);

        // Again, or after a crash in the middle, nothing is left to move.
        Assert.Equal(0, await new Recount(bench.Database, city, bench.Time).Run(CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_is_urged_by_the_calendar_of_yesterday()
    {
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water);
        await bench.Happened(story);
        var before = await bench.Deadline(story, "handle");
        await new Recount(bench.Database, CityWithHoliday(), bench.Time).Run(CancellationToken.None);

        bench.Time.SetUtcNow(before.DueAt.AddMinutes(1));
        await bench.ScanAll();

        Assert.DoesNotContain(bench.Asked, act => act is GrainContracts.Cases.MissDeadline { Clock: "handle" });
    }

    // The demo city with the Wednesday of the test's week off.
    private City CityWithHoliday()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.DemoCity, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Repository.DemoCity, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        var calendar = Path.Combine(_folder, "calendar.yaml");
        var text = File.ReadAllText(calendar);
        const string First = "      - { name: { zh: 元旦, en: New Year }, from: 2026-01-01, to: 2026-01-03 }";
        Assert.Contains(First, text, StringComparison.Ordinal);
        File.WriteAllText(calendar, text.Replace(First, First + "\n      - { name: { zh: 临时放假, en: Day off }, from: 2026-11-25 }", StringComparison.Ordinal));
        return City.Load(_folder);
    }
}
