using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.Escalation.Clocks;
using Hotline.Escalation.Measuring;
using Microsoft.Extensions.Options;

namespace Hotline.Escalation.Scanning;

/// <summary>Watches the deadlines. Any number of scanners may run: each takes what no other holds.</summary>
internal sealed class DeadlineScanner(
    DueDeadlines deadlines, CaseDoor door, City city, TimeProvider time, IOptions<ScannerOptions> options, ILogger<DeadlineScanner> log) : BackgroundService
{
    private readonly ScannerOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await ScanOrExplain(stoppingToken) == _options.Batch)
                continue;
            await Task.Delay(_options.Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes one batch of due deadlines, a step each.</summary>
    /// <returns>How many were due; a full batch says that there may be more.</returns>
    public async Task<int> Scan(CancellationToken cancellationToken)
    {
        var claimed = await deadlines.Claim(time.GetUtcNow(), _options, cancellationToken);
        if (claimed.Count == 0)
            return 0;
        var settled = await Task.WhenAll(claimed.Select(deadline => Take(deadline, cancellationToken)));
        await deadlines.Settle(settled, cancellationToken);
        return claimed.Count;
    }

    private async Task<int> ScanOrExplain(CancellationToken stopping)
    {
        try
        {
            return await Scan(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception fault)
        {
            // The database was away. What was taken comes back when its lease is over.
            ScannerLog.Interrupted(log, fault);
            return 0;
        }
    }

    private async Task<Settlement> Take(ClaimedDeadline deadline, CancellationToken cancellationToken)
    {
        var steps = Steps.Of(city.Clocks, deadline.WarnAt, deadline.DueAt);
        var now = time.GetUtcNow();
        var index = Steps.Due(steps, deadline.Done, now);
        if (index is null && !deadline.Moved)
            return StepTaker.Early(deadline, steps);
        // The step at hand says when it is due by now as well.
        var step = index is { } due ? steps[due] : Steps.Move(now);

        try
        {
            using var answer = new CancellationTokenSource(_options.AnswerWithin, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(answer.Token, cancellationToken);
            return await Take(deadline, step, either.Token) ?? (index is { } taken ? StepTaker.Taken(deadline, steps, taken) : StepTaker.Moved(deadline, steps));
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            ScannerLog.Unanswered(log, deadline.CaseId.Value, deadline.Clock.Word(), step.Word, fault);
            return StepTaker.Failed(deadline, time.GetUtcNow(), _options.LongestPause);
        }
    }

    /// <returns>What is to be done when the step was not taken; null when it was.</returns>
    private async Task<Settlement?> Take(ClaimedDeadline deadline, Step step, CancellationToken cancellationToken)
    {
        var grain = door(deadline.CaseId);
        var found = await grain.Read(StepTaker.Escalation, cancellationToken).WaitAsync(cancellationToken);
        if (!found.Succeeded)
            return Refused(deadline, step, found.Error);
        if (!StillRunning.Says(found.Value.Case, deadline.Clock, deadline.Unit, deadline.StartedAt, deadline.StartedVersion))
            return StepTaker.Behind(deadline, time.GetUtcNow(), _options.LongestPause);
        var outcome = await grain.Perform(StepTaker.Act(deadline, step), cancellationToken).WaitAsync(cancellationToken);
        if (!outcome.Succeeded)
            return Refused(deadline, step, outcome.Error);
        DeadlineMeter.StepTaken(deadline.Clock, step, time.GetUtcNow());
        return null;
    }

    private Settlement Refused(ClaimedDeadline deadline, Step step, Error error)
    {
        ScannerLog.Refused(log, deadline.CaseId.Value, deadline.Clock.Word(), step.Word, error.Code);
        return StepTaker.Refused(deadline, error, time.GetUtcNow(), _options.LongestPause);
    }
}
