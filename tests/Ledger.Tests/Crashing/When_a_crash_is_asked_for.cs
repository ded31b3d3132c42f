using Hotline.Ledger.Crashing;

namespace Hotline.Ledger.Tests.Crashing;

public sealed class When_a_crash_is_asked_for : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crash-points-").FullName;
    private int _deaths;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_process_of_that_name_dies_once_at_that_point()
    {
        Ask("cases.after-append");
        var cases = new CrashPoints(_folder, "cases", () => _deaths++);
        cases.Pass(CrashPoints.AfterPublish);
        new CrashPoints(_folder, "dispatch", () => _deaths++).Pass(CrashPoints.AfterAppend);
        Assert.Equal(0, _deaths);

        cases.Pass(CrashPoints.AfterAppend);
        cases.Pass(CrashPoints.AfterAppend);
        Assert.Equal(1, _deaths);
        Assert.True(File.Exists(Path.Combine(_folder, "cases.after-append.done")));
    }

    [Fact]
    public void Of_many_that_pass_together_one_dies()
    {
        Ask("cases.after-append");
        var cases = new CrashPoints(_folder, "cases", () => Interlocked.Increment(ref _deaths));
        Parallel.For(0, 64, _ => cases.Pass(CrashPoints.AfterAppend));
        Assert.Equal(1, _deaths);
    }

    [Fact]
    public void Nobody_dies_where_no_folder_is_configured()
    {
        new CrashPoints(null, "cases", () => _deaths++).Pass(CrashPoints.AfterAppend);
        Assert.Equal(0, _deaths);
    }

    private void Ask(string crash) => File.WriteAllText(Path.Combine(_folder, crash), "");
}
