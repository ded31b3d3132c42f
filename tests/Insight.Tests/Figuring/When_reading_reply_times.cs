using System.Net;
using Hotline.Contracts.Cases;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Tests.Figuring;

[Collection("process")]
public sealed class When_reading_reply_times(InsightProcess insight) : IAsyncLifetime
{
    private static readonly Step[] Answered = [Step.Accept, Step.Triage, Step.Dispatch, Step.Sign, Step.Contact, Step.Reply];

    public async ValueTask InitializeAsync()
    {
        await insight.Empty();
        await insight.Apply(
            // Answered after 18 minutes each.
            new CaseStory(1).Then(Answered),
            new CaseStory(2).Then([.. Answered, Step.VisitPleased, Step.Close]),
            // Recorded after 18 minutes, but answered elsewhere after an hour.
            new CaseStory(3, with: one => one with { Channel = Channel.Import, AnsweredAt = one.ReceivedAt.AddHours(1) }).Then(Answered),
            new CaseStory(4, CaseKind.LifeService, category: "home.water.burst-pipe").Then(Step.Accept, Step.Offer, Step.OfferTaken, Step.Done),
            // Not answered, and answered but left out.
            new CaseStory(5).Then(Step.Accept, Step.Triage, Step.Dispatch),
            new CaseStory(6).Then([.. Answered, Step.Withdraw]));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("?by=unit", "dept.water 3: 32 18 51.6", "merchant.m001 1: 12 12 12")]
    [InlineData("?kind=efficiency", " 3: 32 18 51.6")]
    [InlineData("?by=category", "home 1: 12 12 12", "utilities 3: 32 18 51.6")]
    [InlineData("?from=2026-04-01")]
    public async Task They_run_from_receipt_to_the_answer_wherever_it_was_given(string question, params string[] expected) =>
        Assert.Equal(expected, await Times(Callers.Operator, question));

    [Fact]
    public async Task A_unit_reads_its_own()
    {
        Assert.Equal([" 3: 32 18 51.6"], await Times(Callers.WaterOfficer, ""));
        Assert.Equal(HttpStatusCode.Forbidden, await insight.Status(Callers.WaterOfficer, "/api/v1/figures/reply-times?unit=dept.roads"));
        Assert.Equal(HttpStatusCode.BadRequest, await insight.Status(Callers.Operator, "/api/v1/figures/reply-times?by=nonsense"));
    }

    private async Task<IEnumerable<string>> Times(Caller by, string question) =>
        (await insight.Get(by, "/api/v1/figures/reply-times" + question)).GetProperty("groups").EnumerateArray().Select(group =>
            $"{(group.TryGetProperty("key", out var key) ? key.GetString() : "")} {group.GetProperty("answered")}: "
            + $"{group.GetProperty("meanMinutes")} {group.GetProperty("medianMinutes")} {group.GetProperty("ninthDecileMinutes")}");
}
