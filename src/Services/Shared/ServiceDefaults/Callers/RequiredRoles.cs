using Hotline.Contracts.Units;
using Microsoft.AspNetCore.Builder;

namespace Hotline.ServiceDefaults.Callers;

/// <summary>Endpoint metadata: the caller must have any of these roles.</summary>
public sealed record RequiredRoles(Role Any);

/// <summary>Says on an endpoint who may call it.</summary>
public static class RequiredRolesConvention
{
    /// <summary>Lets only callers through that have any of the roles; others get 403.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder endpoints, Role any)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new RequiredRoles(any));
}
