using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Cases.Noting;

/// <param name="Note">Internal; sealed.</param>
public sealed record NoteRequest(string? Note);

internal static class NoteEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) => acts.MapAct("note", Note, "A note on how far the handling has come, by staff and the units that lead or assist.");

    private static async Task<IResult> Note(ActCall call, NoteRequest body)
    {
        var faults = Field.Faults(Field.Required("note", body.Note));
        return faults.Count > 0 ? faults.ToResult() : await call.Perform((by, operation) => new NoteProgress(by, operation, body.Note!));
    }
}
