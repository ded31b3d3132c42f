using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Hotline.Identity.Accounts;

/// <summary>Ready only while the database answers.</summary>
internal sealed class StoreCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
