using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Escalation.Scanning;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.Hosting.Silo;
using Hotline.TestKit.Stories;
using Orleans.TestingHost;

namespace Hotline.Escalation.Tests.Scanning;

public class When_the_case_is_a_grain
{
    [Fact]
    public async Task Acts_reach_it_over_the_cluster_and_a_repetition_is_recognized()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.Services.AddHotlineSerializers());
        builder.ConfigureClient(client => client.Services.AddHotlineSerializers());
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        await using var bench = await Bench.Open();
        var story = new CaseStory(Bench.Monday, urgency: Urgency.Urgent).Received();
        await bench.Happened(story);
        bench.Time.Advance(TimeSpan.FromMinutes(15));
        var door = CaseDoors.Into(cluster.Client);
        var lost = true;

        // The case takes the act down, but its answer is lost the first time.
        async Task<Outcome<CaseView>> Lossy(CaseId caseId, CaseAct act, CancellationToken cancellationToken)
        {
            var outcome = await door(caseId, act, cancellationToken);
            return lost ? throw new TimeoutException("the answer was lost") : outcome;
        }

        await bench.NewScanner(Lossy).Scan(CancellationToken.None);
        lost = false;
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.NewScanner(Lossy).Scan(CancellationToken.None);

        var grain = await cluster.Client.GetGrain<ICaseGrain>(story.Case.CaseId.GrainKey).Read(Actor.System("test"), CancellationToken.None);
        Assert.Equal("MissDeadline accept", grain.Value!.Text);
        Assert.Equal(1, (await bench.Deadline(story, "accept")).StepsTaken - 1);
    }
}

/// <summary>A case that only writes down what it is asked for, each operation once, as the real one does.</summary>
[GrainType("case")]
public sealed class WritingCase : Grain, ICaseGrain
{
    private readonly Dictionary<Guid, CaseAct> _acts = [];

    public Task<Outcome<CaseView>> Perform(CaseAct act, CancellationToken cancellationToken)
    {
        _acts.TryAdd(act.OperationId, act);
        return Task.FromResult<Outcome<CaseView>>(View());
    }

    public Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken) => Task.FromResult<Outcome<CaseView>>(View());

    public Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<CaseView>>(new Error(ErrorKind.Conflict, "not-here"));

    private CaseView View() => Bench.ViewOf(CaseId.FromGrainKey(this.GetPrimaryKeyString())) with
    {
        Text = string.Join(", ", _acts.Values.Select(act => act is MissDeadline missed ? $"{nameof(MissDeadline)} {missed.Clock}" : act.GetType().Name)),
    };
}
