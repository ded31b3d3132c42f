using Hotline.Gateway.Receiving;
using Hotline.Gateway.Verifying;
using Hotline.ServiceDefaults.Callers;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Hotline.Gateway.Routing;

/// <summary>What a service is told of the caller: the signed result of our check instead of the token. What callers say of themselves was
/// removed before (<see cref="Disguises"/>).</summary>
internal static class ForwardedIdentity
{
    public static void Apply(TransformBuilderContext context)
    {
        // X-Forwarded-*: nobody behind us needs the caller's address, and addresses are personal data.
        context.UseDefaultForwarders = false;
        var toIdentity = context.Cluster?.ClusterId == RouteTable.Identity;
        context.AddRequestTransform(toIdentity ? WithRequestId : WithCaller);
    }

    private static ValueTask WithRequestId(RequestTransformContext context)
    {
        context.ProxyRequest.Headers.TryAddWithoutValidation(RequestIds.Header, context.HttpContext.TraceIdentifier);
        return default;
    }

    private static ValueTask WithCaller(RequestTransformContext context)
    {
        var headers = context.ProxyRequest.Headers;
        headers.Remove(HeaderNames.Authorization);
        headers.Remove(HeaderNames.Cookie);
        if (context.HttpContext.User.Identity is VerifiedIdentity verified)
            headers.TryAddWithoutValidation(CallerHeader.Name, verified.Header);
        return WithRequestId(context);
    }
}
