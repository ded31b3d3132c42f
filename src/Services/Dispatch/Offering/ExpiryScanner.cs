using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Npgsql;

namespace Hotline.Dispatch.Offering;

/// <summary>Ends offers that nobody answered in time. Any number of these may run: each takes rows that no other holds.</summary>
internal sealed class ExpiryScanner(NpgsqlDataSource database, IGrainFactory grains, TimeProvider clock, ILogger<ExpiryScanner> log) : BackgroundService
{
    private const int BatchSize = 50;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // How long an offer is left alone once its case was told: by then the event has moved the row.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Scan(stoppingToken) == BatchSize)
                {
                    // A full batch: there is more.
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.ScanFailed(fault);
            }
        }
    }

    /// <summary>Looks at one batch; answers how many offers were due.</summary>
    internal async Task<int> Scan(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var due = await Due(connection, now, cancellationToken);
        await Task.WhenAll(due.Select(one => Expire(one.OfferId, one.CaseId, cancellationToken)));
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    private static async Task<List<(Guid OfferId, CaseId CaseId)>> Due(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update dispatch.offer set look_at = $2 where offer_id in (
                select offer_id from dispatch.offer where state in ('planned', 'open') and look_at <= $1
                order by look_at limit $3 for update skip locked)
            returning offer_id, case_id
            """, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<DateTimeOffset> { TypedValue = now },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = now + Again },
                new NpgsqlParameter<int> { TypedValue = BatchSize },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<(Guid, CaseId)>();
        while (await reader.ReadAsync(cancellationToken))
            due.Add((reader.GetGuid(0), new CaseId(reader.GetGuid(1))));
        return due;
    }

    /// <summary>One case that cannot be reached must not keep the others from being looked at: its offer comes up again.</summary>
    private async Task Expire(Guid offerId, CaseId caseId, CancellationToken cancellationToken)
    {
        var expire = new ExpireOffer(Actor.System("dispatch"), Operation.IdFor("dispatch-expire", offerId.ToString()), offerId);
        try
        {
            var answer = await grains.GetGrain<ICaseGrain>(caseId.GrainKey).Perform(expire, cancellationToken);
            // A conflict means that it was answered meanwhile, or not made yet; the events of the case tell which.
            if (answer.Error is { Kind: not ErrorKind.Conflict } refused)
                log.NotExpired(offerId, refused.Code, null);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            log.NotExpired(offerId, "fault", fault);
        }
    }
}
