using Hotline.AppHost.Processes.Keeping;
using Hotline.AppHost.Processes.Output;
using Hotline.Servers.Launching;

namespace Hotline.AppHost.Tests.Keeping;

public sealed class When_keeping_things : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hotline-keeping-").FullName;

    [Fact]
    public void A_secret_is_made_once_and_only_its_owner_reads_it()
    {
        var folder = Path.Combine(_folder, "secrets");
        var first = new SecretBook(folder).Of("caller-key");

        Assert.Equal(first, new SecretBook(folder).Of("caller-key"));
        Assert.Equal(32, Convert.FromBase64String(first).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "caller-key")));
    }

    [Fact]
    public void A_port_stays_the_same_until_somebody_else_has_it()
    {
        var file = Path.Combine(_folder, "ports.json");
        var port = new PortBook(file).Of("cases.http");
        Assert.Equal(port, new PortBook(file).Of("cases.http"));

        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        other.Start();

        Assert.NotEqual(port, new PortBook(file).Of("cases.http"));
    }

    [Fact]
    public void A_port_that_somebody_asked_for_is_given_to_nobody_else()
    {
        var file = Path.Combine(_folder, "ports.json");
        var asked = new PortBook(file).Of("dispatch.http");

        Assert.NotEqual(asked, new PortBook(file, asked).Of("dispatch.http"));
    }

    [Fact]
    public void Two_purposes_never_share_a_port()
    {
        var file = Path.Combine(_folder, "ports.json");
        var port = new PortBook(file).Of("cases.http");
        File.WriteAllText(file, $$"""{"cases.http":{{port}},"insight.http":{{port}}}""");
        var book = new PortBook(file);

        Assert.NotEqual(book.Of("cases.http"), book.Of("insight.http"));
    }

    [Fact]
    public void A_folder_has_one_holder()
    {
        using var held = DataFolder.Take(_folder);

        Assert.Throws<InvalidOperationException>(() => DataFolder.Take(_folder));
    }

    [Fact]
    public void A_log_is_rotated_and_the_oldest_part_goes()
    {
        var path = Path.Combine(_folder, "cases.log");
        using (var log = new RotatingFile(path, limit: 20, kept: 2))
        {
            foreach (var number in Enumerable.Range(1, 4))
            {
                log.WriteLine($"line number {number}");
            }
        }

        Assert.Equal("line number 4\n", File.ReadAllText(path));
        Assert.Equal("line number 3\n", File.ReadAllText(Path.Combine(_folder, "cases.1.log")));
        Assert.Equal("line number 2\n", File.ReadAllText(Path.Combine(_folder, "cases.2.log")));
        Assert.Equal(3, Directory.GetFiles(_folder).Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
