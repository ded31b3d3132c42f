using System.Text.Json.Nodes;
using Hotline.Contracts.Cases;

namespace Hotline.Contracts.Tests.Events;

/// <summary>Messages of older and newer builds must be readable: members only ever come, and those that come are optional.</summary>
public sealed class When_an_event_is_read
{
    public static TheoryData<string> Events => EventSample.Names;

    [Theory]
    [MemberData(nameof(Events))]
    public void It_is_the_record_that_was_written(string name)
    {
        var read = EventSample.Read(name, GoldenFile.Of(name));

        // Records compare their lists by reference; Equivalent compares what is in them.
        Assert.Equivalent(EventSample.Of(name), read, strict: true);
        Assert.IsType(CaseEventTypes.Of(name), read);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Members_of_a_later_build_are_passed_over(string name)
    {
        var json = GoldenFile.Of(name);
        foreach (var holder in new[] { json, json["case"]!, json["case"]!["citizen"]! })
            holder["addedLater"] = new JsonObject { ["deep"] = new JsonArray(1, "二", null) };

        Assert.Equivalent(EventSample.Of(name), EventSample.Read(name, json), strict: true);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Members_an_earlier_build_did_not_know_may_be_missing(string name)
    {
        var type = CaseEventTypes.Of(name);
        var json = GoldenFile.Of(name);
        Assert.True(OptionalMembers.RemoveFrom(json, type) > 10, "Hardly anything was taken out: the summary alone has more optional members.");

        var again = EventSample.Json(EventSample.Read(name, json));

        OptionalMembers.RemoveFrom(again, type);
        Assert.Empty(JsonDifference.Between(json, again));
    }

    [Fact]
    public void A_name_no_build_ever_wrote_is_refused() =>
        Assert.Throws<KeyNotFoundException>(() => CaseEventTypes.Of("CaseForgotten"));
}
