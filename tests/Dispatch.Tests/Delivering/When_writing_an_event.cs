using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Dispatch.Delivering;
using Microsoft.Extensions.Options;

namespace Hotline.Dispatch.Tests.Delivering;

public class When_writing_an_event
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void Is_a_CloudEvent_in_structured_mode()
    {
        var news = Dispatch();
        var written = Write(news).RootElement;
        Assert.Equal("1.0", written.GetProperty("specversion").GetString());
        Assert.Equal("cn.city.hotline.case.dispatched.v1", written.GetProperty("type").GetString());
        Assert.Equal($"/cases/{news.Event.Number}", written.GetProperty("source").GetString());
        Assert.Equal(news.Event.Number, written.GetProperty("subject").GetString());
        Assert.Equal("0000000001", written.GetProperty("sequence").GetString());
        Assert.Equal(Trace, written.GetProperty("traceparent").GetString());
        Assert.Equal(news.Event.At, written.GetProperty("time").GetDateTimeOffset());
        Assert.Equal("application/json", written.GetProperty("datacontenttype").GetString());
    }

    [Fact]
    public void Says_what_the_unit_needs()
    {
        var data = Write(Dispatch()).RootElement.GetProperty("data");
        Assert.Equal("dispatched", data.GetProperty("event").GetString());
        Assert.Equal("dept.water", data.GetProperty("unit").GetString());
        Assert.Equal("lead", data.GetProperty("role").GetString());
        Assert.Equal("utilities.water.main-burst", data.GetProperty("case").GetProperty("category").GetString());
        Assert.StartsWith("/api/v1/cases/", data.GetProperty("links").GetProperty("case").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_nothing_of_the_citizen()
    {
        var text = Write(Dispatch()).RootElement.ToString();
        Assert.DoesNotContain("张", text, StringComparison.Ordinal);
        Assert.DoesNotContain("138****8000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_title_of_a_sealed_case_to_itself()
    {
        var news = Dispatch();
        var happened = (CaseEvent)news.Event;
        var written = Write(news with { Event = happened with { Case = happened.Case with { Sealed = true } } });
        Assert.False(written.RootElement.GetProperty("data").GetProperty("case").TryGetProperty("title", out _));
    }

    [Fact]
    public void Gives_the_same_news_the_same_id_and_each_department_its_own()
    {
        var news = Dispatch();
        Assert.Equal(FeedEnvelope.IdOf(news), FeedEnvelope.IdOf(news with { Sequence = 7 }));
        Assert.NotEqual(FeedEnvelope.IdOf(news), FeedEnvelope.IdOf(news with { Department = "power" }));
    }

    private static JsonDocument Write(FeedNews news) => JsonDocument.Parse(new FeedEnvelope(Options.Create(new FeedOptions())).Write(news, Trace));

    private static FeedNews Dispatch() => new("water", 1, News.Dispatched, HandOverRole.Lead, 1, new History().Received().Dispatched("water"));
}
