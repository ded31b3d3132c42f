using Hotline.Contracts.Units;
using Hotline.ServiceDefaults.Callers;
using Microsoft.AspNetCore.Http;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>Problems that any process may report, whatever its business.</summary>
public static class CommonErrors
{
    /// <summary>401: the endpoint is not for anonymous callers.</summary>
    public static Problem NotAuthenticated { get; } = new(StatusCodes.Status401Unauthorized, "not-authenticated");

    /// <summary>401: the forwarded caller is forged or stale.</summary>
    public static Problem CallerNotVerified { get; } = new(StatusCodes.Status401Unauthorized, "caller-not-verified");

    /// <summary>500: a fault of ours, without details.</summary>
    public static Problem Unexpected { get; } = new(StatusCodes.Status500InternalServerError, "unexpected");

    /// <summary>503: something behind us did not answer in time.</summary>
    public static Problem Unavailable { get; } = new(StatusCodes.Status503ServiceUnavailable, "unavailable");

    /// <summary>403: the caller has none of the roles.</summary>
    public static Problem RoleMissing(Role any) =>
        new(StatusCodes.Status403Forbidden, "role-missing") { Arguments = [string.Join(", ", RoleWords.Of(any))] };

    /// <summary>The problem behind a bare status that nobody explained further.</summary>
    public static Problem OfStatus(int status) => new(status, status switch
    {
        StatusCodes.Status400BadRequest => "malformed-request",
        StatusCodes.Status401Unauthorized => "not-authenticated",
        StatusCodes.Status403Forbidden => "not-allowed",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status408RequestTimeout => "request-too-slow",
        StatusCodes.Status413PayloadTooLarge => "body-too-large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
        StatusCodes.Status429TooManyRequests => "too-many-requests",
        StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => "unavailable",
        < StatusCodes.Status500InternalServerError => "malformed-request",
        _ => "unexpected",
    });
}
