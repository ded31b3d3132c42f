namespace Hotline.Identity.SigningIn;

/// <summary>The words of the sign-in page.</summary>
public sealed record LoginTexts(string Language, string Title, string UserName, string Password, string Submit, string Refused, string SignedIn)
{
    private static readonly LoginTexts Chinese = new(
        ServiceDefaults.Errors.Language.Chinese, "登录", "用户名", "密码", "登录", "用户名或密码不正确,或账号因多次输错已被暂时锁定。", "您已登录。");

    private static readonly LoginTexts English = new(
        ServiceDefaults.Errors.Language.English, "Sign in", "User name", "Password", "Sign in",
        "User name or password is wrong, or the account is locked for a while after too many failures.", "You are signed in.");

    public static LoginTexts In(string language) => language == ServiceDefaults.Errors.Language.English ? English : Chinese;
}
