using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.ServiceDefaults.Callers;

/// <summary>Who sent the request, as the gateway verified it from the access token.</summary>
/// <param name="Subject">Stable id of the person or client (claim <c>sub</c>).</param>
/// <param name="Name">Name to show; for a client its id.</param>
/// <param name="Client">OAuth client the token was issued to.</param>
/// <param name="Roles">Everything the caller may be.</param>
/// <param name="Scopes">Scopes granted, e.g. <c>cases:submit:web</c>.</param>
/// <param name="Unit">Unit of an officer, merchant, expert or department system.</param>
public sealed record Caller(string Subject, string Name, string Client, Role Roles, IReadOnlyList<string> Scopes, UnitRef? Unit)
{
    private const string SubmitScope = "cases:submit:";

    /// <summary>When the access token expires: what lasts, such as a stream, ends then. Null when it was not told.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Channel a channel client may submit for: the first <c>cases:submit:…</c> scope it was granted.</summary>
    public Channel? Channel => Is(Role.Channel) ? ChannelOf(Scopes) : null;

    /// <summary>True when the caller has any of the roles.</summary>
    public bool Is(Role any) => (Roles & any) != 0;

    /// <summary>True when the scope was granted.</summary>
    public bool Has(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);

    private static Channel? ChannelOf(IReadOnlyList<string> scopes)
    {
        foreach (var scope in scopes)
        {
            if (scope.StartsWith(SubmitScope, StringComparison.Ordinal)
                && Enum.TryParse<Channel>(scope.AsSpan(SubmitScope.Length), ignoreCase: true, out var channel))
                return channel;
        }
        return null;
    }
}
