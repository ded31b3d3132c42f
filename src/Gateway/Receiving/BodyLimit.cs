using Hotline.ServiceDefaults.Errors;
using Microsoft.Extensions.Options;

namespace Hotline.Gateway.Receiving;

/// <summary>Turns away a body whose announced length is too large before any of it is read; Kestrel stops those that do not announce it.</summary>
internal sealed class BodyLimit(RequestDelegate next, IOptions<GatewaySettings> settings)
{
    private readonly long limit = settings.Value.MaxBodyBytes;

    public Task InvokeAsync(HttpContext context) =>
        context.Request.ContentLength > limit
            ? CommonErrors.OfStatus(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context)
            : next(context);
}
