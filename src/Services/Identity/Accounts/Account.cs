using Microsoft.AspNetCore.Identity;

namespace Hotline.Identity.Accounts;

/// <summary>A person who may sign in.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>Name to show, in the language of the city.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Roles as the words of the token, e.g. <c>officer</c>.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Unit the person belongs to, in text form, e.g. <c>dept.water</c>.</summary>
    public string? Unit { get; set; }
}
