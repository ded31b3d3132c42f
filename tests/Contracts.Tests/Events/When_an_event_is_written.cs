using Hotline.Contracts.Cases;
using Hotline.Contracts.Tests.Samples;

namespace Hotline.Contracts.Tests.Events;

/// <summary>A ledger is for ever: what one build writes, every later build must write and read the same way.</summary>
public sealed class When_an_event_is_written
{
    public static TheoryData<string> Events => EventSample.Names;

    [Fact]
    public void Every_event_has_a_golden_file_and_every_golden_file_an_event()
    {
        Assert.True(CaseEventTypes.All.Count > 20, "The contracts were not read.");
        if (!Repository.Accepts)
            Assert.Equal(Events.Select(row => row.Data), Directory.EnumerateFiles(GoldenFile.Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void It_looks_as_it_always_did(string name)
    {
        var now = EventSample.Json(EventSample.Of(name));

        var differences = JsonDifference.Between(GoldenFile.Of(name), now).Select(difference => difference.ToString()).ToList();
        Assert.True(differences.Count == 0, $"""
            The JSON of {name} changed:
              {string.Join("\n  ", differences)}
            An added member that may be null is accepted with HOTLINE_ACCEPT_GOLDEN=1. Anything else breaks ledgers that exist: make it a new record.
            """);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void It_carries_nothing_personal(string name)
    {
        var happened = EventSample.WithSecrets(name);
        var secrets = typeof(CaseSecrets).GetProperties().Select(property => property.GetValue(happened.Secrets)).OfType<string>().ToList();

        var text = EventSample.Json(happened).ToJsonString(CaseJson.Options);

        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.DoesNotContain("\"secrets\"", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void No_member_of_it_is_named_like_a_secret(string name)
    {
        // Masked title and text and a position rounded to a kilometer are for everybody; the rest of the names belongs to secrets alone.
        var secret = typeof(CaseSecrets).GetProperties().Select(property => property.Name).Except(["Title", "Text", "Latitude", "Longitude"]).ToList();
        var members = new[] { CaseEventTypes.Of(name), typeof(CaseSummary), typeof(CitizenSummary), typeof(VisitAnswers) }
            .SelectMany(type => type.GetProperties()).Select(property => property.Name).ToList();

        Assert.Contains("Phone", secret);
        Assert.Empty(members.Intersect(secret, StringComparer.OrdinalIgnoreCase));
    }
}
