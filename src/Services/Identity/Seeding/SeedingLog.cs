namespace Hotline.Identity.Seeding;

internal static partial class SeedingLog
{
    [LoggerMessage(10, LogLevel.Information, "Accounts of the city: {Added} people added, {Changed} changed, {Clients} clients written")]
    public static partial void AccountsSeeded(this ILogger log, int added, int changed, int clients);

    [LoggerMessage(11, LogLevel.Warning, "The database went away while accounts were brought into it; again in a moment")]
    public static partial void DatabaseAway(this ILogger log, Exception fault);
}
