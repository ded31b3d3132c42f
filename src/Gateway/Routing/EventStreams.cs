using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Hotline.Gateway.Routing;

/// <summary>Server-sent events have no end of their own: when the gateway stops, it cuts them instead of waiting for them. Whoever listens comes again.</summary>
internal static class EventStreams
{
    private const string Streaming = "insight";
    private const string MediaType = "text/event-stream";

    public static void Apply(TransformBuilderContext context)
    {
        // The others have none and need not be looked at.
        if (context.Cluster?.ClusterId == Streaming)
            context.AddResponseTransform(CutAtStop);
    }

    private static ValueTask CutAtStop(ResponseTransformContext context)
    {
        if (context.ProxyResponse?.Content.Headers.ContentType?.MediaType == MediaType)
        {
            var client = context.HttpContext;
            var stopping = client.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            client.Response.RegisterForDispose(stopping.Register(client.Abort));
        }
        return default;
    }
}
