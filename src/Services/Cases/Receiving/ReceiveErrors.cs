using Hotline.Contracts.Errors;

namespace Hotline.Cases.Receiving;

/// <summary>Failures of intake.</summary>
public static class ReceiveErrors
{
    /// <summary>The Idempotency-Key header is missing or longer than 255 characters.</summary>
    public static Error IdempotencyKeyMissing { get; } = Error.Invalid("Idempotency-Key", "idempotency-key-missing");

    /// <summary>The key came before, with another body (IETF draft idempotency-key: 422).</summary>
    public static Error IdempotencyKeyReused { get; } = new(ErrorKind.Unprocessable, "idempotency-key-reused");

    /// <summary>The client's token has no scope to submit for any channel.</summary>
    public static Error ChannelMissing { get; } = new(ErrorKind.Forbidden, "scope-missing", Arguments: ["cases:submit:<channel>"]);
}
