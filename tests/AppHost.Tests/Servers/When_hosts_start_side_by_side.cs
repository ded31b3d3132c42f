using Hotline.Servers.Launching;

namespace Hotline.AppHost.Tests.Servers;

public sealed class When_hosts_start_side_by_side
{
    [Fact]
    public void Each_chooses_its_ports_from_blocks_that_nobody_else_has()
    {
        var claims = Enumerable.Range(0, 20).Select(_ => PortBlock.Claim()).ToList();

        var ports = claims.SelectMany(block => block.Ports).ToList();

        Assert.Equal(ports.Count, ports.Distinct().Count());
        Assert.Equal(1_000, ports.Count);
    }

    [Fact]
    public void A_block_that_is_used_up_is_followed_by_another()
    {
        var ports = Enumerable.Range(0, 200).Select(_ => FreePorts.Next()).ToList();

        Assert.Equal(200, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 20_000, 31_999));
    }
}
