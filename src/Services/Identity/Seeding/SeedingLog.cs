namespace Hotline.Identity.Seeding;

internal static partial class SeedingLog
{
    [LoggerMessage(10, LogLevel.Information, "Accounts of the city: {Added} people added, {Changed} changed, {Clients} clients written")]
    public static partial void AccountsSeeded(this ILogger log, int added, int changed, int clients);
}
