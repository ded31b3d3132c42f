using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Contacting;

/// <param name="Reached">Somebody answered; true when absent.</param>
/// <param name="Note">Internal; sealed.</param>
public sealed record ContactRequest(bool Reached = true, string? Note = null);

internal static class ContactEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct(
        "contact",
        (ActCall call, ContactRequest? body) => call.Perform((by, operation) => new ContactCitizen(by, operation, body?.Reached ?? true, body?.Note)),
        "The unit has spoken to the citizen.");
}
