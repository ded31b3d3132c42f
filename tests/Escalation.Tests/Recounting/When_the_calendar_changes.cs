using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Units;
using Hotline.Escalation.Explaining;
using Hotline.Escalation.Recounting;
using Hotline.GrainContracts.Cases;
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

        Assert.DoesNotContain(bench.Asked, act => act is MissDeadline { Clock: "handle" });
    }

    [Fact]
    public async Task What_was_missed_and_is_due_later_now_was_not_missed_and_may_be_missed_again()
    {
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).After(TimeSpan.FromDays(1)).Signed();
        await bench.Happened(story);
        var before = await bench.Deadline(story, "contact");
        bench.Time.SetUtcNow(before.DueAt);
        await bench.ScanAll();
        var missed = Assert.Single(bench.Asked.OfType<MissDeadline>(), act => act.Clock == "contact");

        // The day it was due is a day off, as they say the day after.
        var city = CityWithHoliday("2026-11-24");
        bench.Time.SetUtcNow(before.DueAt.AddMinutes(30));
        await new Recount(bench.Database, city, bench.Time).Run(CancellationToken.None);
        await bench.ScanAll();
        var moved = Assert.Single(bench.Asked.OfType<MoveDeadline>(), act => act.Clock == "contact");
        var after = await bench.Deadline(story, "contact");
        Assert.Equal((after.DueAt, 1), (moved.DueAt, after.StepsTaken));
        Assert.True(after.DueAt > bench.Time.GetUtcNow());

        bench.Time.SetUtcNow(after.DueAt);
        await bench.ScanAll();
        var again = bench.Asked.OfType<MissDeadline>().Where(act => act.Clock == "contact").ToList();
        Assert.Equal([before.DueAt, after.DueAt], again.Select(act => act.DueAt));
        Assert.NotEqual(missed.OperationId, again[^1].OperationId);
    }

    [Fact]
    public async Task What_was_warned_of_says_when_it_is_due_now_and_what_waits_says_it_when_it_goes_on()
    {
        await using var bench = await Bench.Open();
        var (runs, waits) = (new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water), new CaseStory(Bench.Monday).Received().Accepted().Dispatched(Water).Signed());
        await bench.Happened(runs);
        await bench.Happened(waits);
        bench.Time.SetUtcNow((await bench.Deadline(runs, "contact")).WarnAt);
        await bench.ScanAll();
        await bench.Happened([waits.After(bench.Time.GetUtcNow() - waits.Last.At).Paused().Last]);

        await new Recount(bench.Database, CityWithHoliday("2026-11-24"), bench.Time).Run(CancellationToken.None);
        await bench.ScanAll();
        Assert.Equal([runs.Case.CaseId], bench.AskedOf<MoveDeadline>("contact"));

        bench.Time.Advance(TimeSpan.FromHours(2));
        await bench.Happened([waits.After(TimeSpan.FromHours(1)).Resumed().Last]);
        await bench.ScanAll();
        Assert.Equal([runs.Case.CaseId, waits.Case.CaseId], bench.AskedOf<MoveDeadline>("contact"));
    }

    // The demo city with a day of the test's week off.
    private City CityWithHoliday(string day = "2026-11-25")
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
        File.WriteAllText(calendar, text.Replace(First, First + "\n      - { name: { zh: 临时放假, en: Day off }, from: " + day + " }", StringComparison.Ordinal));
        return City.Load(_folder);
    }
}
