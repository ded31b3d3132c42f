using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Accounts;
using Hotline.Identity.Granting;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hotline.Identity.Seeding;

/// <summary>The clients of the city's data, and Hotline's own command line.</summary>
internal sealed class CityClients(City city, IOpenIddictApplicationManager clients)
{
    /// <summary>Creates what is missing and changes what differs; returns how many were written.</summary>
    public async Task<int> Seed(CancellationToken ct)
    {
        var stored = await Stored(ct);
        var written = await Ensure(CommandLine(), stored, ct) ? 1 : 0;
        foreach (var account in city.Accounts.Clients)
        {
            // Without a secret in the data an administrator registers the client.
            if (account.Secret is { } secret && await Ensure(Describe(account).Describe(secret), stored, ct))
                written++;
        }
        return written;
    }

    private static Client Describe(ClientAccount account) => new(
        account.Id, account.Id, account.Unit is null ? "channel" : "department", account.Unit?.ToString(), account.Scopes);

    // Native application (RFC 8252): any port of the loopback address may be named when it asks.
    private static OpenIddictApplicationDescriptor CommandLine() => new()
    {
        ApplicationType = ApplicationTypes.Native,
        ClientId = "hotline-cli",
        ClientType = ClientTypes.Public,
        ConsentType = ConsentTypes.Implicit,
        DisplayName = "Hotline command line",
        RedirectUris = { new Uri("http://127.0.0.1/callback") },
        Permissions =
        {
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.Endpoints.Revocation,
            Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
            Permissions.Scopes.Profile,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    };

    // All at once: one question per client would make every start a little slower.
    private async Task<Dictionary<string, object>> Stored(CancellationToken ct)
    {
        var byId = new Dictionary<string, object>(StringComparer.Ordinal);
        await foreach (var client in clients.ListAsync(count: null, offset: null, ct))
            byId.Add((await clients.GetClientIdAsync(client, ct))!, client);
        return byId;
    }

    private async Task<bool> Ensure(OpenIddictApplicationDescriptor wanted, Dictionary<string, object> known, CancellationToken ct)
    {
        if (!known.TryGetValue(wanted.ClientId!, out var stored))
        {
            await clients.CreateAsync(wanted, ct);
            return true;
        }
        var current = new OpenIddictApplicationDescriptor();
        await clients.PopulateAsync(current, stored, ct);
        if (Fingerprint(current) == Fingerprint(wanted) && await SecretHolds(stored, wanted.ClientSecret, ct))
            return false;
        await clients.UpdateAsync(stored, wanted, ct);
        return true;
    }

    private async Task<bool> SecretHolds(object stored, string? secret, CancellationToken ct) =>
        secret is null || await clients.ValidateClientSecretAsync(stored, secret, ct);

    private static string Fingerprint(OpenIddictApplicationDescriptor client) => string.Create(
        CultureInfo.InvariantCulture,
        $"{client.DisplayName}|{client.ClientType}|{client.ApplicationType}|{string.Join(' ', client.Permissions.Order())}|{string.Join(' ', client.RedirectUris)}|{string.Join(' ', client.Requirements.Order())}|{string.Join(' ', client.Properties.OrderBy(property => property.Key).Select(property => $"{property.Key}={property.Value}"))}");
}
