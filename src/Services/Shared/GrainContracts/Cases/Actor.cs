using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.GrainContracts.Cases;

/// <summary>Who acts on a case, as verified by the gateway.</summary>
/// <param name="Subject">Stable id of the person or client.</param>
/// <param name="Roles">Everything the actor may be.</param>
/// <param name="Unit">Unit the actor belongs to, for officers, merchants, experts and department systems.</param>
/// <param name="Channel">Channel the actor submits for, for channel clients.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor(string Subject, Role Roles, UnitRef? Unit = null, Channel? Channel = null)
{
    /// <summary>Hotline itself, named by the service that acts.</summary>
    public static Actor System(string service) => new(service, Role.System);

    /// <summary>True when the actor has any of the roles.</summary>
    public bool Is(Role any) => (Roles & any) != 0;

    /// <summary>Form kept in the ledger.</summary>
    public override string ToString() => $"{Roles.ToString().ToLowerInvariant()}:{Subject}";
}
