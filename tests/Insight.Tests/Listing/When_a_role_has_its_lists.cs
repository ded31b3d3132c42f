using Hotline.Cities;
using Hotline.Contracts.Units;
using Hotline.Insight.Listing;
using Hotline.Insight.Tests.Support;
using Hotline.ServiceDefaults.Callers;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Insight.Tests.Listing;

[Collection("process")]
public sealed class When_a_role_has_its_lists(InsightProcess insight) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await insight.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_own_work_comes_first_in_the_order_of_the_day()
    {
        Assert.Equal(["to-screen", "to-triage", "to-dispatch", "to-visit", "mine"], await Own(Callers.Operator));
        Assert.Equal(["docket", "to-review", "supervised", "overdue", "due-soon"], await Own(Callers.Supervisor));
        Assert.Equal(["supervised", "to-sign", "to-handle", "to-assist", "overdue", "due-soon"], await Own(Callers.WaterOfficer));
        Assert.Equal(["supervised", "to-sign", "to-handle", "to-assist", "overdue", "due-soon"], await Own(Callers.RoadsSystem));
        Assert.Equal(["to-handle", "overdue", "due-soon"], await Own(Callers.Plumber));
        Assert.Equal(["overdue"], await Own(Callers.Auditor));
        Assert.Empty(await Own(Callers.Administrator));
    }

    [Fact]
    public async Task Whoever_is_two_things_has_the_lists_of_both()
    {
        var both = Callers.Operator with { Roles = Callers.Operator.Roles | Callers.Supervisor.Roles };
        Assert.Equal(["to-screen", "to-triage", "to-dispatch", "to-visit", "mine", "docket", "to-review", "supervised", "overdue", "due-soon"], await Own(both));
    }

    [Fact]
    public async Task The_docket_comes_first_for_the_supervision_body()
    {
        var body = UnitRef.Department(insight.Services.GetRequiredService<City>().Departments.SupervisionBody.Code);
        Assert.Equal(["docket", "supervised", "to-sign", "to-handle", "to-assist", "overdue", "due-soon"], await Own(Callers.WaterOfficer with { Unit = body }));
    }

    [Fact]
    public async Task Every_list_is_told_once_with_what_is_due_soon_and_overdue_on_it()
    {
        Step[] signed = [Step.Accept, Step.Triage, Step.Dispatch, Step.Sign];
        await insight.Apply(
            new CaseStory(1).Then([.. signed, Step.HandleMissed]), new CaseStory(2).Then([.. signed, Step.HandleNear]),
            new CaseStory(3).Then(signed), new CaseStory(4).Then(Step.Accept));

        var lists = (await insight.Get<WorklistCounts>(Callers.Operator, "/api/v1/worklists")).Lists;

        Assert.Equal(Worklist.All.Select(list => list.Name).Order(), lists.Select(list => list.Name).Order());
        Assert.Equal(new WorklistCount("to-handle", false, 3, 1, 1), lists.Single(list => list.Name == "to-handle"));
        Assert.Equal(new WorklistCount("to-triage", true, 1, 0, 0), lists.Single(list => list.Name == "to-triage"));
        Assert.Equal(new WorklistCount("overdue", false, 1, 0, 1), lists.Single(list => list.Name == "overdue"));
        Assert.Equal(new WorklistCount("due-soon", false, 1, 1, 0), lists.Single(list => list.Name == "due-soon"));
        Assert.Equal(new WorklistCount("mine", true, 4, 1, 1), lists.Single(list => list.Name == "mine"));
    }

    private async Task<IEnumerable<string>> Own(Caller by)
    {
        var lists = (await insight.Get<WorklistCounts>(by, "/api/v1/worklists")).Lists;
        Assert.True(lists.SkipWhile(list => list.Own).All(list => !list.Own), "The own lists do not come first.");
        return lists.Where(list => list.Own).Select(list => list.Name);
    }
}
