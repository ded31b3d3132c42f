using OpenIddict.Abstractions;

namespace Hotline.Identity.Pruning;

/// <summary>Deletes tokens and authorizations that have been of no use for a day, so that their tables stay as small as what is valid.</summary>
internal sealed class ExpiredTokens(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiredTokens> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Prune(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.PruningFailed(fault);
            }
        }
    }

    private async Task Prune(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - Kept;
        var tokens = await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, ct);
        var authorizations = await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, ct);
        log.Pruned(tokens, authorizations);
    }
}
