namespace Hotline.Cases.Auditing;

/// <summary>Who looked at what, and did what.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/cases/{number}/access", OfCase)
            .WithName("ReadCaseAccess")
            .WithTags("Audit")
            .WithSummary("Who looked at the case and who did something to it, the newest first.")
            .WithDescription("For auditors, supervisors and administrators; reading it is written into the trail as well.")
            .Produces<TrailPage>();
        routes.MapGet("/api/v1/audit", OfAnybody)
            .WithName("ReadAudit")
            .WithTags("Audit")
            .WithSummary("What a person looked at and did, or who did so to a case, the newest first.")
            .WithDescription("With `subject` or `case` acts are in it; without either only what was looked at. `from` and `to` are instants, `to` exclusive. "
                + "For auditors, supervisors and administrators; reading it is written into the trail as well.")
            .Produces<TrailPage>();
    }

    private static Task<IResult> OfCase(string number, HttpContext http, TrailDesk desk, string? cursor, int? limit) =>
        desk.Answer(http, AccessKind.CaseAccess, new TrailRequest(null, number, null, null, cursor, limit));

    private static Task<IResult> OfAnybody(
        HttpContext http, TrailDesk desk, string? subject, string? @case, DateTimeOffset? from, DateTimeOffset? to, string? cursor, int? limit) =>
        desk.Answer(http, AccessKind.Audit, new TrailRequest(subject, @case, from, to, cursor, limit));
}
