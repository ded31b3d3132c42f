using Hotline.Ledger.Appending;
using Hotline.Ledger.Crashing;
using Hotline.Ledger.Finding;
using Hotline.Ledger.Relaying;
using Hotline.Ledger.Replaying;
using Hotline.Ledger.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hotline.Ledger;

/// <summary>Registers the ledger.</summary>
public static class LedgerService
{
    /// <summary>Keys and the hash of phone numbers: for services that search but do not write.</summary>
    public static IServiceCollection AddLedgerSecrets(this IServiceCollection services) => services
        .AddSingleton(provider => MasterKeys.Load(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<PhoneHash>();

    /// <summary>Appending, the relay and replay: for the one service that owns the ledger.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddOptions<RelayOptions>().BindConfiguration("Relay")
            .Validate(options => options is { BatchSize: > 0 and <= 10_000, PublishDeadline.TotalSeconds: > 0 }, "Relay: BatchSize 1..10000, PublishDeadline > 0.")
            .ValidateOnStart();
        services.TryAddSingleton<CrashPoints>();
        return services.AddLedgerSecrets()
            .AddSingleton<RelaySignal>()
            .AddSingleton<EventTable>()
            .AddSingleton<CaseLedger>()
            .AddSingleton<CitizenCases>()
            .AddSingleton<CaseKeys>()
            .AddSingleton<Replay>()
            .AddHostedService<Relay>();
    }
}
