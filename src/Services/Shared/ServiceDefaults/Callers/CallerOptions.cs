using System.ComponentModel.DataAnnotations;

namespace Hotline.ServiceDefaults.Callers;

/// <summary>Section <c>Hotline</c>: the secret behind the forwarded caller.</summary>
public sealed class CallerOptions : IValidatableObject
{
    /// <summary>Base64 of at least 32 random bytes, the same in the gateway and every service.</summary>
    [Required]
    public string CallerKey { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var bytes = new byte[CallerKey.Length];
        if (!Convert.TryFromBase64String(CallerKey, bytes, out var length) || length < 32)
            yield return new ValidationResult("Hotline:CallerKey must be base64 of at least 32 bytes.", [nameof(CallerKey)]);
    }
}
