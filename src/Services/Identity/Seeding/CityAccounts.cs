using Hotline.Cities;
using Hotline.Identity.Accounts;
using Hotline.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hotline.Identity.Seeding;

/// <summary>Brings the accounts that the city's data names into the database before the process is ready. Running it again changes nothing;
/// accounts that people got otherwise are left alone.</summary>
internal sealed class CityAccounts(IServiceScopeFactory scopes, City city, ILogger<CityAccounts> log) : IHostedService
{
    // Any number that no other lock of the database has.
    private const long SeedingLock = 0x686F746C696E6501;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!await TrySeed(cancellationToken))
            await Task.Delay(Pause, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>False when the database went away meanwhile, and with it all that was begun.</summary>
    private async Task<bool> TrySeed(CancellationToken cancellationToken)
    {
        try
        {
            await Seed(cancellationToken);
            return true;
        }
        catch (Exception fault) when (PassingFaults.Passes(fault) && !cancellationToken.IsCancellationRequested)
        {
            log.DatabaseAway(fault);
            return false;
        }
    }

    private async Task Seed(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IdentityStore>();
        var clients = ActivatorUtilities.CreateInstance<CityClients>(scope.ServiceProvider);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellationToken);
        // Several instances may start at once: the later ones find everything done.
        await store.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({SeedingLock})", cancellationToken);
        var (added, changed) = await SeedPeople(store, scope.ServiceProvider, cancellationToken);
        store.ChangeTracker.Clear();
        var clientsWritten = await clients.Seed(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        log.AccountsSeeded(added, changed, clientsWritten);
    }

    private async Task<(int Added, int Changed)> SeedPeople(IdentityStore store, IServiceProvider services, CancellationToken ct)
    {
        if (city.Accounts.DemoPassword is not { } password)
            return (0, 0);
        var normalizer = services.GetRequiredService<ILookupNormalizer>();
        // Hashed once: 550 times would take half a minute of CPU, and in a demo everybody knows it anyway.
        var hash = new Lazy<string>(() => services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), password));
        var existing = await store.Users.ToDictionaryAsync(account => account.Id, ct);
        var added = 0;
        foreach (var person in city.Accounts.People)
        {
            if (!existing.TryGetValue(person.Name, out var account))
            {
                account = NewAccount(person.Name, normalizer, hash.Value);
                store.Users.Add(account);
                added++;
            }
            account.DisplayName = person.DisplayName.Zh;
            account.Unit = person.Unit?.ToString();
            var role = person.Role.ToString().ToLowerInvariant();
            if (!account.Roles.SequenceEqual([role]))
                account.Roles = [role];
        }
        var written = await store.SaveChangesAsync(ct);
        return (added, written - added);
    }

    private static Account NewAccount(string name, ILookupNormalizer normalizer, string hash) => new()
    {
        Id = name,
        UserName = name,
        NormalizedUserName = normalizer.NormalizeName(name),
        PasswordHash = hash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
    };
}
