using System.ComponentModel.DataAnnotations;

namespace Hotline.Identity;

/// <summary>Section <c>Identity</c>.</summary>
public sealed class IdentitySettings
{
    public const string Section = "Identity";

    /// <summary>Public address of the gateway: the <c>iss</c> of every token and the start of every address in the discovery document.</summary>
    [Required]
    public Uri Issuer { get; set; } = null!;

    /// <summary>How long an access token is good. Tokens are not asked back for, so this bounds how long a dismissed person keeps access.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a person stays signed in without doing anything; each use of a refresh token starts it anew.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A signing or encryption key older than this is followed by a new one at the next start; the one before stays valid.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Wrong passwords in a row that lock an account (GB/T 22239-2019 8.1.4.1 c).</summary>
    [Range(1, 100)]
    public int FailuresBeforeLockout { get; set; } = 5;

    /// <summary>How long a locked account stays so.</summary>
    public TimeSpan LockoutTime { get; set; } = TimeSpan.FromMinutes(10);
}
