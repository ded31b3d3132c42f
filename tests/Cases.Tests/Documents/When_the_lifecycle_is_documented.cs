using Hotline.TestKit;

namespace Hotline.Cases.Tests.Documents;

public sealed class When_the_lifecycle_is_documented
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "LIFECYCLE.md");

    [Fact]
    public void The_table_is_current()
    {
        var now = LifecycleTable.Write();
        if (Environment.GetEnvironmentVariable("HOTLINE_ACCEPT_GOLDEN") == "1")
            File.WriteAllText(Document, now);

        Assert.True(File.Exists(Document), "docs/LIFECYCLE.md is missing: run this test once with HOTLINE_ACCEPT_GOLDEN=1.");
        Assert.Equal(now, File.ReadAllText(Document));
    }
}
