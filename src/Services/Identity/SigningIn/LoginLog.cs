namespace Hotline.Identity.SigningIn;

internal static partial class LoginLog
{
    [LoggerMessage(1, LogLevel.Information, "Account {Account} signed in")]
    public static partial void SignedIn(this ILogger log, string account);

    [LoggerMessage(2, LogLevel.Warning, "Sign-in of account {Account} refused, locked: {Locked}")]
    public static partial void SignInRefused(this ILogger log, string account, bool locked);

    // Without the name: people type their passwords there.
    [LoggerMessage(3, LogLevel.Warning, "Sign-in of an unknown account refused")]
    public static partial void UnknownAccountRefused(this ILogger log);
}
