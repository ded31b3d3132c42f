using Hotline.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Hotline.ServiceDefaults.Callers;

/// <summary>Verifies the forwarded caller and turns away whoever the endpoint does not let in. Endpoints are closed unless they say
/// <c>AllowAnonymous()</c>: forgetting to protect one must not open it.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, CallerHeader callers)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
            return next(context);
        var header = context.Request.Headers[CallerHeader.Name].ToString();
        var caller = header.Length == 0 ? null : callers.Read(header);
        if (caller is not null)
            context.Features.Set(caller);
        var refusal = header.Length > 0 && caller is null ? CommonErrors.CallerNotVerified : Refusal(endpoint, caller);
        return refusal is null ? next(context) : refusal.ExecuteAsync(context);
    }

    private static Problem? Refusal(Endpoint endpoint, Caller? caller)
    {
        if (caller is null)
            return endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null ? CommonErrors.NotAuthenticated : null;
        foreach (var required in endpoint.Metadata.GetOrderedMetadata<RequiredRoles>())
        {
            if (!caller.Is(required.Any))
                return CommonErrors.RoleMissing(required.Any);
        }
        return null;
    }
}
