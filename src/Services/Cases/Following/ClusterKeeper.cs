using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;
using Hotline.Hosting.Bus;

namespace Hotline.Cases.Following;

/// <summary>
/// Lets a lead case know its followers, and its followers have its answer. Each case decides for itself whether what it is told still fits; what does
/// not was overtaken by something newer, whose own event is on its way here.
/// </summary>
internal sealed class ClusterKeeper(IGrainFactory grains, ILogger<ClusterKeeper> log)
    : IConsume<CaseMerged>, IConsume<CaseUnmerged>, IConsume<CaseReplied>, IConsume<CaseDeclined>, IConsume<CaseWithdrawn>, IConsume<CaseReopened>
{
    private static readonly Actor Self = Actor.System("cases");

    /// <summary>The lead learns of it. What was answered before it joined it is told at once, and of a lead that has ended unanswered it is set free.</summary>
    public async Task Consume(CaseMerged message, CancellationToken cancellationToken)
    {
        var join = new AddReporter(Self, Operation.IdFor("cases-join", message.CaseId, message.Version), Follower(message), message.Version);
        var lead = await Tell(message.Into, join, cancellationToken) ?? await Read(message.Into, cancellationToken);
        switch (FollowerRules.AfterJoining(lead))
        {
            case Consequence.Answer:
                await Answer(Follower(message), lead.Case, lead.Case.Lead, lead.Answer!, cancellationToken);
                break;
            case Consequence.SetFree:
                await SetFree(Follower(message), message.Into, lead.Case.Version, cancellationToken);
                break;
            case Consequence.Wait:
                break;
        }
    }

    public Task Consume(CaseUnmerged message, CancellationToken cancellationToken) => Leave(message, message.From, cancellationToken);

    public async Task Consume(CaseReplied message, CancellationToken cancellationToken)
    {
        foreach (var follower in await FollowersOf(message, cancellationToken))
            await Answer(follower, message.Case, message.By, message.Answer, cancellationToken);
    }

    public Task Consume(CaseDeclined message, CancellationToken cancellationToken) => SetAllFree(message, cancellationToken);

    public async Task Consume(CaseWithdrawn message, CancellationToken cancellationToken)
    {
        if (message.Case.MergedInto is { } lead)
            await Leave(message, lead, cancellationToken);
        await SetAllFree(message, cancellationToken);
    }

    /// <summary>Who left while it was closed could not be taken off it, for a closed case does not change: it is now.</summary>
    public async Task Consume(CaseReopened message, CancellationToken cancellationToken)
    {
        foreach (var follower in await FollowersOf(message, cancellationToken))
        {
            if ((await Read(follower, cancellationToken)).Case is { } now && now.MergedInto?.CaseId != message.CaseId)
                await Leave(follower, now.Version, Follower(message), cancellationToken);
        }
    }

    private Task Leave(ICaseEvent message, CaseReference lead, CancellationToken cancellationToken) =>
        Leave(Follower(message), message.Version, lead, cancellationToken);

    private async Task Leave(CaseReference reporter, int version, CaseReference lead, CancellationToken cancellationToken) =>
        await Tell(lead, new RemoveReporter(Self, Operation.IdFor("cases-leave", reporter.CaseId, version), reporter, version), cancellationToken);

    // The time of the answer names it: whoever is told of it twice, by joining and by the reply, gets it once.
    private async Task Answer(CaseReference follower, CaseSummary lead, UnitRef? unit, string answer, CancellationToken cancellationToken)
    {
        var operation = Operation.IdFor("cases-answer", $"{follower.CaseId}/{lead.CaseId}/{lead.RepliedAt:O}");
        await Tell(follower, new AnswerFollower(Self, operation, new CaseReference(lead.CaseId, lead.Number), unit, answer), cancellationToken);
    }

    private async Task SetAllFree(ICaseEvent message, CancellationToken cancellationToken)
    {
        foreach (var follower in await FollowersOf(message, cancellationToken))
            await SetFree(follower, Follower(message), message.Version, cancellationToken);
    }

    private async Task SetFree(CaseReference follower, CaseReference lead, int leadVersion, CancellationToken cancellationToken)
    {
        var operation = Operation.IdFor("cases-set-free", $"{follower.CaseId}/{lead.CaseId}/{leadVersion}");
        await Tell(follower, new UnmergeCase(Self, operation, lead, "lead-ended-unanswered"), cancellationToken);
    }

    private async Task<IReadOnlyList<CaseReference>> FollowersOf(ICaseEvent message, CancellationToken cancellationToken) => message.Case.Followers == 0
        ? []
        : (await grains.GetGrain<ICaseGrain>(message.CaseId.GrainKey).Followers(cancellationToken)).Value!.Cases;

    /// <summary>The case after the act; null when it no longer fits.</summary>
    private async Task<CaseView?> Tell(CaseReference to, CaseAct act, CancellationToken cancellationToken)
    {
        var told = await grains.GetGrain<ICaseGrain>(to.CaseId.GrainKey).Perform(act, cancellationToken);
        if (told.Succeeded)
            return told.Value;
        if (told.Error.Kind != ErrorKind.Conflict)
            throw new InvalidOperationException($"{act.GetType().Name} on case {to.Number} was refused: {told.Error.Code}");
        log.Overtaken(to.Number, act.GetType().Name, told.Error.Code);
        return null;
    }

    private async Task<CaseView> Read(CaseReference lead, CancellationToken cancellationToken)
    {
        var read = await grains.GetGrain<ICaseGrain>(lead.CaseId.GrainKey).Read(Self, cancellationToken);
        return read.Value ?? throw new InvalidOperationException($"Lead case {lead.Number} cannot be read: {read.Error?.Code}");
    }

    private static CaseReference Follower(ICaseEvent message) => new(message.CaseId, message.Number);
}
