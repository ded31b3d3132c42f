using Hotline.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Hotline.Gateway.Receiving;

/// <summary>Turns away a body whose announced length is too large before any of it is read; Kestrel stops those that do not announce it.</summary>
internal sealed class BodyLimit(RequestDelegate next, IOptions<GatewaySettings> settings)
{
    private readonly GatewaySettings _settings = settings.Value;

    public Task InvokeAsync(HttpContext context)
    {
        var limit = _settings.MaxBodyBytes;
        if (IsFile(context.Request))
        {
            limit = _settings.MaxFileBytes;
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kestrel)
                kestrel.MaxRequestBodySize = limit;
        }

        return context.Request.ContentLength > limit
            ? CommonErrors.OfStatus(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context)
            : next(context);
    }

    private static bool IsFile(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType
        && request.Path.StartsWithSegments("/api/v1/cases", out var rest) && rest.Value!.EndsWith("/files", StringComparison.Ordinal);
}
