using System.Diagnostics;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Microsoft.Extensions.Options;

namespace Hotline.Insight.Screening;

/// <summary>
/// 甄别 by what other cases say, beside intake: a few new cases a second are compared with those before, and where something was found the case is asked to
/// hold. It has the last word: who decided on it meanwhile was quicker.
/// </summary>
internal sealed class Screener(
    ToScreen waiting, EarlierCases earlier, CaseDoor door, City city, ScreeningMeter meter, TimeProvider time, IOptions<ScreeningOptions> options,
    ILogger<Screener> log) : BackgroundService
{
    /// <summary>Who acts.</summary>
    public static readonly Actor Screening = Actor.System("insight-screening");

    // What was decided on meanwhile costs next to nothing, so as many of those are taken along.
    private const int TakenPerTurn = 100;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(15);
    private readonly ScreeningOptions _options = options.Value;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!city.Screening.Earlier.Compare)
            return;
        using var turns = new PeriodicTimer(Turn, time);
        do
        {
            try
            {
                await Screen(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database was away; what waits there still waits.
                ScreenerLog.Interrupted(log, fault);
            }
        }
        while (await turns.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One turn: compares those that wait the longest, as many as a second may have.</summary>
    public async Task Screen(CancellationToken cancellationToken)
    {
        var due = await waiting.Due(time.GetUtcNow(), TakenPerTurn, cancellationToken);
        var late = due.Where(one => !one.Undecided).ToList();
        await waiting.Done(late, cancellationToken);
        foreach (var _ in late)
            meter.Count(ScreeningResult.TooLate);
        foreach (var one in due.Where(one => one.Undecided).Take(_options.PerSecond))
            await Screen(one, cancellationToken);
        if (due.Count >= Math.Min(_options.Most, TakenPerTurn) && await waiting.PassOverBeyond(_options.Most, cancellationToken) is var passed and > 0)
        {
            meter.Count(ScreeningResult.PassedOver, passed);
            ScreenerLog.PassedOver(log, passed);
        }
    }

    private async Task Screen(WaitingCase one, CancellationToken cancellationToken)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var (asked, phoneHash) = await waiting.Read(one, cancellationToken);
            var findings = EarlierFindings.Of(asked, await earlier.Of(asked, phoneHash, cancellationToken), city.Screening.Earlier, city.Clusters.Likeness);
            meter.Took(Stopwatch.GetElapsedTime(started));
            meter.Count(findings.Count == 0 ? ScreeningResult.Clear : await Hold(one, findings, cancellationToken));
            await waiting.Done([one], cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            ScreenerLog.Failed(log, one.CaseId, fault);
            meter.Count(ScreeningResult.Failed);
            var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(one.Failures, 10)), LongestPause.TotalSeconds));
            await waiting.Later(one, time.GetUtcNow() + pause, cancellationToken);
        }
    }

    // Under the same operation id whenever it is tried again: a lost answer holds nothing twice.
    private async Task<ScreeningResult> Hold(WaitingCase one, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var id = new CaseId(one.CaseId);
        using var answer = new CancellationTokenSource(_options.AnswerWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(answer.Token, cancellationToken);
        var act = new HoldCase(Screening, Operation.IdFor("insight.screening", id, 1), [.. findings]);
        var outcome = await door(id).Perform(act, either.Token).WaitAsync(either.Token);
        if (outcome.Succeeded)
        {
            ScreenerLog.Held(log, id.Value, string.Join(", ", findings.Select(finding => finding.Kind)));
            return ScreeningResult.Held;
        }
        ScreenerLog.TooLate(log, id.Value, outcome.Error.Code);
        return ScreeningResult.TooLate;
    }
}
