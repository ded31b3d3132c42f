using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.ServiceDefaults.Tests.Callers;

public sealed class When_forwarding_a_caller
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static readonly Caller Officer = new(
        "officer.water", "张伟", "hotline-cli", Role.Officer | Role.Auditor, ["cases:read"], UnitRef.Department("water"))
    {
        Until = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
    };

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_services_read_what_the_gateway_wrote()
    {
        var header = new CallerHeader(Key, clock);
        var caller = header.Read(header.Write(Officer));
        Assert.NotNull(caller);
        Assert.Equal(Officer with { Scopes = caller.Scopes }, caller);
        Assert.Equal(Officer.Scopes, caller.Scopes);
    }

    [Fact]
    public void Another_key_signs_nothing() =>
        Assert.Null(new CallerHeader(Key, clock).Read(new CallerHeader([.. Key.Reverse()], clock).Write(Officer)));

    [Fact]
    public void A_changed_body_is_not_believed()
    {
        var header = new CallerHeader(Key, clock);
        var honest = header.Write(Officer);
        var other = header.Write(Officer with { Roles = Role.Administrator });
        Assert.Null(header.Read(other.Split('.')[0] + "." + honest.Split('.')[1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("abc")]
    [InlineData("abc.def")]
    [InlineData("{}.!!!!")]
    public void Rubbish_is_nobody(string header) => Assert.Null(new CallerHeader(Key, clock).Read(header));

    [Fact]
    public void An_old_header_is_not_believed()
    {
        var header = new CallerHeader(Key, clock);
        var written = header.Write(Officer);
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Null(header.Read(written));
    }

    [Fact]
    public void The_channel_follows_from_the_scope()
    {
        var web = new Caller("web", "web", "web", Role.Channel, ["cases:read", "cases:submit:wechat"], null);
        Assert.Equal(Channel.WeChat, web.Channel);
        Assert.Null((web with { Scopes = [], Roles = Role.Channel }).Channel);
    }

    [Fact]
    public void Nobody_outside_is_the_system() => Assert.Equal(Role.Operator, RoleWords.Parse(["system", "operator", "none", "king"]));
}
