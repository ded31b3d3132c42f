using System.Threading.Channels;
using Hotline.Insight.Projecting;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Rebuilding;

/// <summary>Rebuilds the read model while it is read: has the ledger sent again and lets each case change over once it is complete.</summary>
internal sealed class Rebuilder(RebuildTable rebuilds, ILedgerReplay ledger, TimeProvider clock, ILogger<Rebuilder> log) : BackgroundService
{
    private readonly Channel<(int Id, Caller By)> _orders = Channel.CreateUnbounded<(int, Caller)>();

    /// <summary>Starts a rebuild and returns at once.</summary>
    public async Task<RebuildStatus> Start(Caller by, CancellationToken cancellationToken)
    {
        var id = await rebuilds.Start(by.Subject, clock.GetUtcNow(), cancellationToken);
        await _orders.Writer.WriteAsync((id, by), cancellationToken);
        RebuildLog.Started(log, id);
        return (await rebuilds.Last(cancellationToken))!;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (id, by) in _orders.Reader.ReadAllAsync(stoppingToken))
            await Run(id, by, stoppingToken);
    }

    private async Task Run(int id, Caller by, CancellationToken cancellationToken)
    {
        try
        {
            var sent = await ledger.Send(CaseRows.Queue, by, cancellationToken);
            await rebuilds.Sent(id, sent, cancellationToken);
            RebuildLog.Sent(log, id, sent);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && fault is HttpRequestException or OperationCanceledException or InvalidDataException)
        {
            RebuildLog.Failed(log, id, fault);
            await rebuilds.GiveUp(id, clock.GetUtcNow(), cancellationToken);
        }
    }
}
