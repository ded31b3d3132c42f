using System.Globalization;
using Hotline.Cities;
using Hotline.Identity.Accounts;
using Hotline.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hotline.Identity.SigningIn;

/// <summary>The sign-in page of staff, merchants and experts. One answer for every refusal: it must not tell which accounts exist or are locked.</summary>
public sealed class LoginModel(SignInManager<Account> signIn, City city, ILogger<LoginModel> log) : PageModel
{
    /// <summary>Where to go afterwards; only inside this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(Name = "username")]
    public string? UserName { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    public LoginTexts Texts => LoginTexts.In(Language.Of(Request));

    public string CityName => city.Profile.HotlineName.In(CultureInfo.GetCultureInfo(Texts.Language));

    public bool Refused { get; private set; }

    public bool SignedIn { get; private set; }

    public async Task OnGet() => SignedIn = ReturnUrl is null && (await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Succeeded;

    public async Task<IActionResult> OnPost()
    {
        var account = UserName is null ? null : await signIn.UserManager.FindByNameAsync(UserName);
        if (account is null || Password is null)
        {
            // As much work as a real check, or the answer's time would tell which accounts exist.
            signIn.UserManager.PasswordHasher.HashPassword(new Account(), Password ?? "");
            log.UnknownAccountRefused();
            return Refuse();
        }
        var result = await signIn.PasswordSignInAsync(account, Password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            log.SignInRefused(account.Id, result.IsLockedOut);
            return Refuse();
        }
        log.SignedIn(account.Id);
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage();
    }

    private PageResult Refuse()
    {
        Refused = true;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }
}
