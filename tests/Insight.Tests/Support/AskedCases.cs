using System.Collections.Concurrent;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.Insight.Screening;

namespace Hotline.Insight.Tests.Support;

/// <summary>Cases that take down what they are asked to hold for, and answer as the test wants.</summary>
internal sealed class AskedCases
{
    private readonly ConcurrentQueue<(CaseId Case, HoldCase Act)> _asked = new();

    /// <summary>What every case was asked, in order.</summary>
    public IReadOnlyList<(CaseId Case, HoldCase Act)> Asked => [.. _asked];

    /// <summary>By default the case holds.</summary>
    public Func<Outcome<CaseView>> Answer { get; set; } = Holds;

    public CaseDoor Door => id => new AskedCase(this, id);

    public static Outcome<CaseView> Refuses() => new Error(ErrorKind.Conflict, "illegal-transition");

    public static Outcome<CaseView> IsAway() => throw new TimeoutException("No silo answers.");

    public void Forget()
    {
        _asked.Clear();
        Answer = Holds;
    }

    private static Outcome<CaseView> Holds() => new CaseView(new CaseStory(1).Case, "", null, null, null);

    private sealed class AskedCase(AskedCases cases, CaseId id) : ICaseGrain
    {
        public Task<Outcome<CaseView>> Perform(CaseAct act, CancellationToken cancellationToken)
        {
            cases._asked.Enqueue((id, Assert.IsType<HoldCase>(act)));
            return Task.FromResult(cases.Answer());
        }

        public Task<Outcome<CaseView>> Read(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseFollowers>> Followers(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Rehearse(CaseAct act, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Unmask(Actor reader, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<CaseView>> Receive(ReceiveCase command, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
