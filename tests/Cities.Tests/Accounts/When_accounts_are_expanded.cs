using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Tests.Accounts;

public class When_accounts_are_expanded
{
    private readonly City _city = DemoFolder.City;

    [Theory]
    [InlineData("web", Channel.Web)]
    [InlineData("app", Channel.App)]
    [InlineData("phone", Channel.Phone)]
    [InlineData("wechat", Channel.WeChat)]
    [InlineData("sms", Channel.Sms)]
    [InlineData("open311", Channel.Open311)]
    [InlineData("import", Channel.Import)]
    public void Gives_every_channel_its_client(string id, Channel channel)
    {
        var client = _city.Accounts.Clients.Single(one => one.Id == id);
        Assert.Equal([$"cases:submit:{id}"], client.Scopes);
        Assert.Equal(channel, client.Channel);
        Assert.Null(client.Unit);
        Assert.NotNull(client.Secret);
    }

    [Fact]
    public void Gives_every_department_a_client_and_an_officer()
    {
        foreach (var department in _city.Departments.All)
        {
            var client = _city.Accounts.Clients.Single(one => one.Id == $"dept.{department.Code}");
            Assert.Equal([$"dept:{department.Code}"], client.Scopes);
            Assert.Equal(department.Unit, client.Unit);
            var officer = _city.Accounts.People.Single(one => one.Name == $"officer.{department.Code}");
            Assert.Equal((Role.Officer, department.Unit), (officer.Role, officer.Unit!.Value));
            Assert.Equal(department.Unit, _city.Accounts.People.Single(one => one.Name == $"deputy.{department.Code}").Unit);
        }
    }

    [Fact]
    public void Gives_every_merchant_and_expert_a_person()
    {
        var people = _city.Accounts.People.ToDictionary(one => one.Name);
        Assert.All(_city.Merchants.All, one => Assert.Equal((Role.Merchant, one.Unit), (people[$"merchant.{one.Code}"].Role, people[$"merchant.{one.Code}"].Unit)));
        Assert.All(_city.Experts.All, one => Assert.Equal((Role.Expert, one.Unit), (people[$"expert.{one.Code}"].Role, people[$"expert.{one.Code}"].Unit)));
    }

    [Theory]
    [InlineData("operator", Role.Operator)]
    [InlineData("supervisor", Role.Supervisor)]
    [InlineData("auditor", Role.Auditor)]
    [InlineData("administrator", Role.Administrator)]
    public void Keeps_the_staff(string name, Role role)
    {
        var person = _city.Accounts.People.Single(one => one.Name == name);
        Assert.Equal(role, person.Role);
        Assert.Null(person.Unit);
    }

    [Fact]
    public void Names_nobody_twice()
    {
        Assert.Equal(_city.Accounts.People.Length, _city.Accounts.People.DistinctBy(one => one.Name).Count());
        Assert.Equal(_city.Accounts.Clients.Length, _city.Accounts.Clients.DistinctBy(one => one.Id).Count());
    }
}
