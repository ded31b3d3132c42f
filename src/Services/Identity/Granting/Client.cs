using System.Collections.Immutable;
using System.Text.Json;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hotline.Identity.Granting;

/// <summary>A program that comes with its own credentials.</summary>
/// <param name="Role"><c>channel</c> or <c>department</c>.</param>
/// <param name="Unit">The unit whose system it is, in text form.</param>
/// <param name="Scopes">Everything it may ask for.</param>
internal sealed record Client(string Id, string Name, string Role, string? Unit, ImmutableArray<string> Scopes)
{
    private const string RoleProperty = "role";
    private const string UnitProperty = "unit";

    /// <summary>How OpenIddict stores it.</summary>
    public OpenIddictApplicationDescriptor Describe(string secret)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = Id,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            DisplayName = Name,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
            Properties = { [RoleProperty] = JsonSerializer.SerializeToElement(Role) },
        };
        if (Unit is not null)
            descriptor.Properties[UnitProperty] = JsonSerializer.SerializeToElement(Unit);
        foreach (var scope in Scopes)
            descriptor.Permissions.Add(Permissions.Prefixes.Scope + scope);
        return descriptor;
    }

    /// <summary>Reads back what <see cref="Describe"/> stored.</summary>
    public static Client Of(OpenIddictApplicationDescriptor stored) => new(
        stored.ClientId!,
        stored.DisplayName ?? stored.ClientId!,
        stored.Properties[RoleProperty].GetString()!,
        stored.Properties.TryGetValue(UnitProperty, out var unit) ? unit.GetString() : null,
        [.. stored.Permissions.Where(permission => permission.StartsWith(Permissions.Prefixes.Scope, StringComparison.Ordinal))
            .Select(permission => permission[Permissions.Prefixes.Scope.Length..])]);
}
