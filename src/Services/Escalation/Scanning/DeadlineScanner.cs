using Hotline.Cities;
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
        if (Steps.Due(steps, deadline.Done, time.GetUtcNow()) is not { } index)
            return StepTaker.Early(deadline, steps);

        var step = steps[index];
        try
        {
            using var deadlineOfAnswer = new CancellationTokenSource(_options.AnswerWithin, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadlineOfAnswer.Token, cancellationToken);
            var outcome = await door(deadline.CaseId, StepTaker.Act(deadline, step), either.Token).WaitAsync(either.Token);
            if (outcome.Succeeded)
                return Taken(deadline, steps, index);
            ScannerLog.Refused(log, deadline.CaseId.Value, deadline.Clock.Word(), step.Word, outcome.Error.Code);
            return StepTaker.Refused(deadline, outcome.Error, time.GetUtcNow(), _options.LongestPause);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            ScannerLog.Unanswered(log, deadline.CaseId.Value, deadline.Clock.Word(), step.Word, fault);
            return StepTaker.Failed(deadline, time.GetUtcNow(), _options.LongestPause);
        }
    }

    private Settlement Taken(ClaimedDeadline deadline, IReadOnlyList<Step> steps, int index)
    {
        DeadlineMeter.StepTaken(deadline.Clock, steps[index], time.GetUtcNow());
        return StepTaker.Taken(deadline, steps, index);
    }
}
