using System.Buffers.Text;
using System.Security.Cryptography;
using Hotline.Cities;
using Hotline.Cities.Departments;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Dispatch.Delivering;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Dispatch;
using Hotline.GrainContracts.Results;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Hotline.Dispatch.Departments;

/// <inheritdoc cref="IDepartmentGrain" />
[GrainType("department")]
internal sealed class DepartmentGrain(
    [PersistentState("department", "Default")] IPersistentState<DepartmentState> kept,
    City city,
    NpgsqlDataSource database,
    IDataProtectionProvider protection,
    TimeProvider clock) : Grain, IDepartmentGrain
{
    private readonly IDataProtector _wrap = protection.CreateProtector("dispatch.feed.password");
    private Department? _department;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        _department = city.Departments.All.FirstOrDefault(department => IDepartmentGrain.KeyOf(department.Code) == key);
        return Task.CompletedTask;
    }

    public async Task<Outcome<DepartmentView>> Read(CancellationToken cancellationToken)
    {
        if (_department is null)
            return Unknown;
        var (open, undelivered) = await HandOvers.Count(database, _department.Code, cancellationToken);
        return new DepartmentView(_department.Code, !kept.State.Inactive, open, undelivered, kept.State.RotatedAt);
    }

    public Task<bool> IsActive(CancellationToken cancellationToken) => Task.FromResult(_department is not null && !kept.State.Inactive);

    public async Task<Outcome<DepartmentView>> SetActive(Actor by, bool active, CancellationToken cancellationToken)
    {
        if (!by.Is(Role.Administrator))
            return new Error(ErrorKind.Forbidden, "act-forbidden");
        if (_department is not null && kept.State.Inactive == active)
            await Keep(kept.State with { Inactive = !active });
        return await Read(cancellationToken);
    }

    public async Task<Outcome<FeedCredentials>> FeedCredentials(CancellationToken cancellationToken) =>
        _department is null ? Unknown : Unwrapped() ?? await NewCredentials();

    public async Task<Outcome<FeedCredentials>> RotateFeed(Actor by, CancellationToken cancellationToken)
    {
        if (_department is null)
            return Unknown;
        return by.Unit == UnitRef.Department(_department.Code) ? await NewCredentials() : new Error(ErrorKind.Forbidden, "act-forbidden");
    }

    private static Error Unknown => new(ErrorKind.NotFound, "unit-unknown");

    private FeedCredentials? Unwrapped()
    {
        if (kept.State.WrappedPassword is not { } wrapped)
            return null;
        try
        {
            return Credentials(_wrap.Unprotect(wrapped));
        }
        catch (CryptographicException)
        {
            // The key ring was lost with the data folder: nobody can read this password again, so there is a new one.
            return null;
        }
    }

    private async Task<FeedCredentials> NewCredentials()
    {
        var password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        await Keep(kept.State with { WrappedPassword = _wrap.Protect(password), RotatedAt = clock.GetUtcNow() });
        return Credentials(password);
    }

    private FeedCredentials Credentials(string password) =>
        new(_department!.Code, FeedNames.User(_department.Code), password, kept.State.RotatedAt!.Value);

    private async Task Keep(DepartmentState state)
    {
        kept.State = state;
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            // Memory and row may differ now; the next activation reads the row.
            DeactivateOnIdle();
            throw;
        }
    }
}
