using Hotline.Launcher.Building;

namespace Hotline.AppHost.Tests.Building;

public sealed class When_asking_whether_to_build : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hotline-building-").FullName;

    public When_asking_whether_to_build() => Write("src/Cases/Case.cs");

    [Fact]
    public void Nothing_new_is_nothing_to_do() => Assert.Equal(SourceStamp.Of(_root, "src"), SourceStamp.Of(_root, "src"));

    [Theory]
    [InlineData("src/Cases/Another.cs")]
    [InlineData("Directory.Build.props")]
    public void A_new_file_is_noticed(string file)
    {
        var before = SourceStamp.Of(_root, "src");
        Write(file);

        Assert.NotEqual(before, SourceStamp.Of(_root, "src"));
    }

    [Fact]
    public void A_removed_file_is_noticed()
    {
        var before = SourceStamp.Of(_root, "src");
        File.Delete(Path.Combine(_root, "src/Cases/Case.cs"));

        Assert.NotEqual(before, SourceStamp.Of(_root, "src"));
    }

    [Theory]
    [InlineData("src/Cases/bin/Release/Cases.dll")]
    [InlineData("src/Cases/obj/project.assets.json")]
    public void What_a_build_writes_is_not(string file)
    {
        var before = SourceStamp.Of(_root, "src");
        Write(file);

        Assert.Equal(before, SourceStamp.Of(_root, "src"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string file)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
    }
}
