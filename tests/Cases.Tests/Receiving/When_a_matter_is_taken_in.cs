using Hotline.Cases.Receiving;
using Hotline.Cases.Tests.Deciding;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.Tests.Receiving;

public sealed class When_a_matter_is_taken_in
{
    [Fact]
    public void Nothing_personal_is_in_what_goes_on_the_bus()
    {
        var received = Assert.Single(
            ReceiveDecision.Decide(new CaseId(Guid.NewGuid()), Given.Submission(CaseKind.Efficiency), _ => "hash", Given.City.Screening, Given.Monday));
        var message = System.Text.Json.JsonSerializer.Serialize(received, received.GetType(), CaseJson.Options);

        Assert.DoesNotContain("张三", message, StringComparison.Ordinal);
        Assert.DoesNotContain("13812348000", message, StringComparison.Ordinal);
        Assert.DoesNotContain("501室", message, StringComparison.Ordinal);
        Assert.DoesNotContain("29.123456", message, StringComparison.Ordinal);
        Assert.Contains("138****8000", message, StringComparison.Ordinal);
        Assert.Equal("人民路12号水管爆裂,电话13812348000", received.Secrets!.Text);
    }

    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("John Smith", "J*")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("  ", null)]
    public void A_name_keeps_its_first_letter(string name, string? masked) => Assert.Equal(masked, Masking.Name(name));

    [Theory]
    [InlineData("人民路12号3幢501室", "人民路")]
    [InlineData("1006 GERARD AVENUE", "GERARD AVENUE")]
    [InlineData("城东街道解放路", "城东街道解放路")]
    [InlineData("12号", null)]
    public void An_address_is_kept_down_to_the_street(string address, string? masked) => Assert.Equal(masked, Masking.Address(address));

    [Theory]
    [InlineData("请拨13812348000找我", "请拨138****8000找我")]
    [InlineData("身份证33072619800101123X", "身份证330****123X")]
    [InlineData("订单号2026030212345678901234不动", "订单号2026030212345678901234不动")]
    public void Numbers_of_people_inside_text_are_masked(string text, string masked) => Assert.Equal(masked, Masking.Text(text));

    [Theory]
    [InlineData("我是张三丰,电话0579-86512345", false, "我是张*,电话057****2345")]
    [InlineData("我是张三丰,电话0579-86512345,或13812348000", true, "我是**,电话****,或****")]
    [InlineData("张三路有积水", false, "张三路有积水")]
    public void The_citizens_own_name_and_number_inside_text_are_masked(string text, bool hide, string masked) =>
        Assert.Equal(masked, Masking.Text(text, "张三丰", "0579-86512345", hide));

    [Fact]
    public void Every_fault_of_a_submission_is_told_at_once_by_field()
    {
        var request = new SubmitRequest(
            null, null, "no.such", " ", new string('x', 20_001), new CitizenRequest(null, "12"), new PlaceRequest(null, "nowhere", 91, null),
            Given.Monday.AddDays(1), Given.Monday, Urgency.Urgent);

        var fields = SubmitValidation.Check(request, Channel.Web, Given.City, Given.Monday).Select(error => error.Field);

        Assert.Equal(
            ["category", "citizen.phone", "occurredAt", "place.area", "place.latitude", "place.longitude", "receivedAt", "text", "title", "urgency"],
            fields.Order(StringComparer.Ordinal));
    }
}
