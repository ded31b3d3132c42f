using System.Collections.Concurrent;
using Hotline.Feedback.Answering;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.TestKit.Stories;

namespace Hotline.Feedback.Tests;

/// <summary>Cases that take down what is asked of them, and answer as the test wants.</summary>
internal sealed class AskedCases
{
    private readonly ConcurrentQueue<CaseAct> _asked = new();

    public IReadOnlyList<CaseAct> Asked => [.. _asked];

    /// <summary>By default the case is closed by whatever is done to it.</summary>
    public Func<CaseAct, Outcome<CaseView>> Answer { get; set; } = _ => View;

    public CaseDoor Door => _ => new AskedCase(this);

    private static CaseView View { get; } = new(
        new CaseStory(Bench.Monday).Received().Accepted().Replied().Visited().Closed().Case, "", null, null, null);

    private sealed class AskedCase(AskedCases cases) : ICaseGrain
    {
        public Task<Outcome<CaseView>> Perform(CaseAct act, CancellationToken cancellationToken)
        {
            cases._asked.Enqueue(act);
            return Task.FromResult(cases.Answer(act));
        }

        public Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseFollowers>> Followers(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Rehearse(CaseAct act, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Unmask(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
