using Hotline.Contracts.Errors;
using Microsoft.AspNetCore.Http;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>Which HTTP status an expected failure has: the only place that knows.</summary>
public static class ProblemMapping
{
    /// <summary>The HTTP status of a class of failures.</summary>
    public static int Status(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        ErrorKind.Gone => StatusCodes.Status410Gone,
    };

    /// <summary>The failure as an HTTP result: RFC 9457 problem details in the caller's language.</summary>
    public static IResult ToResult(this Error error) => new Problem(Status(error.Kind), error.Code)
    {
        Arguments = error.Arguments ?? [],
        Fields = error.Field is null ? [] : [error],
    };

    /// <summary>Several wrong fields at once, as one 400.</summary>
    /// <exception cref="ArgumentException">There is no error, or one that names no field.</exception>
    public static IResult ToResult(this IReadOnlyCollection<Error> errors)
    {
        if (errors.Count == 0 || errors.Any(error => error.Kind != ErrorKind.Invalid || error.Field is null))
            throw new ArgumentException("Only wrong fields can be reported together.", nameof(errors));
        return errors.Count == 1
            ? errors.First().ToResult()
            : new Problem(StatusCodes.Status400BadRequest, "invalid-fields") { Fields = errors };
    }
}
