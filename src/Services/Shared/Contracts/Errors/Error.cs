namespace Hotline.Contracts.Errors;

/// <summary>Class of an expected failure; decides the HTTP status, once, in ServiceDefaults.</summary>
public enum ErrorKind
{
    /// <summary>400: the request is malformed or a field is wrong.</summary>
    Invalid,

    /// <summary>403: the actor may not.</summary>
    Forbidden,

    /// <summary>404: there is no such thing, or the actor may not know of it.</summary>
    NotFound,

    /// <summary>409: the state forbids it.</summary>
    Conflict,

    /// <summary>422: well formed, but cannot be processed (e.g. idempotency key reused with another body).</summary>
    Unprocessable,

    /// <summary>503: cannot answer now; try again.</summary>
    Unavailable,

    /// <summary>410: it was there, and is over for good.</summary>
    Gone,
}

/// <summary>An expected failure, as a value.</summary>
/// <param name="Kind">Its class.</param>
/// <param name="Code">Stable kebab-case name; end of the problem's <c>type</c> URI and key of its texts in zh-CN and en.</param>
/// <param name="Field">JSON name of the field at fault, for <see cref="ErrorKind.Invalid"/>.</param>
/// <param name="Arguments">Values for the text's placeholders, by order.</param>
public sealed record Error(ErrorKind Kind, string Code, string? Field = null, IReadOnlyList<string>? Arguments = null)
{
    /// <summary>A field is missing or wrong.</summary>
    public static Error Invalid(string field, string code, params string[] arguments) => new(ErrorKind.Invalid, code, field, arguments);
}
