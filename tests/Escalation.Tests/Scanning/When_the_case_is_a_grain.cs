using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
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

        // The case takes the act down, but its answer is lost the first time.
        await bench.NewScanner(caseId => new LossyCase(Grain(caseId))).Scan(CancellationToken.None);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.NewScanner(Grain).Scan(CancellationToken.None);

        ICaseGrain Grain(CaseId caseId) => cluster.Client.GetGrain<ICaseGrain>(caseId.GrainKey);
        var grain = await Grain(story.Case.CaseId).Read(Actor.System("test"), CancellationToken.None);
        Assert.Equal("MissDeadline accept", grain.Value!.Text);
        Assert.Equal(2, (await bench.Deadline(story, "accept")).StepsTaken);
    }

    // Nested and private, or Orleans would take it for a grain.
    /// <summary>A connection that breaks after the case has acted and before it has answered.</summary>
    private sealed class LossyCase(ICaseGrain grain) : ICaseGrain
    {
        public async Task<Outcome<CaseView>> Perform(CaseAct act, CancellationToken cancellationToken)
        {
            await grain.Perform(act, cancellationToken);
            throw new TimeoutException("the answer was lost");
        }

        public Task<Outcome<CaseFollowers>> Followers(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Rehearse(CaseAct act, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken) => grain.Read(reader, cancellationToken);

        public Task<Outcome<CaseView>> Unmask(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken) => grain.Receive(command, cancellationToken);
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

    public Task<Outcome<CaseFollowers>> Followers(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<CaseView>> Rehearse(CaseAct act, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken) => Task.FromResult<Outcome<CaseView>>(View());

    public Task<Outcome<CaseView>> Unmask(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<CaseView>>(new Error(ErrorKind.Conflict, "not-here"));

    private CaseView View() => new(
        new CaseStory(Bench.Monday).Case with { CaseId = CaseId.FromGrainKey(this.GetPrimaryKeyString()) },
        string.Join(", ", _acts.Values.Select(act => act is MissDeadline missed ? $"{nameof(MissDeadline)} {missed.Clock}" : act.GetType().Name)),
        null,
        null,
        null);
}
