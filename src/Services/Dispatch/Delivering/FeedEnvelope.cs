using System.Globalization;
using System.Text;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using Hotline.Contracts.Cases;
using Hotline.GrainContracts.Cases;
using Microsoft.Extensions.Options;

namespace Hotline.Dispatch.Delivering;

/// <summary>Writes news as a CloudEvents 1.0 message in structured JSON. The same news always gets the same id, so a department can drop what it has seen.</summary>
internal sealed class FeedEnvelope(IOptions<FeedOptions> options)
{
    /// <summary>Content type of a structured event.</summary>
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    private static readonly CloudEventAttribute Sequence = CloudEventAttribute.CreateExtension("sequence", CloudEventAttributeType.String);
    private static readonly CloudEventAttribute TraceParent = CloudEventAttribute.CreateExtension("traceparent", CloudEventAttributeType.String);
    private static readonly JsonEventFormatter Formatter = new(CaseJson.Options, default);

    public static Guid IdOf(FeedNews news) => Operation.IdFor("feed:" + news.Department, news.Event.CaseId, news.Event.Version);

    /// <summary>The message as it is kept and sent.</summary>
    public string Write(FeedNews news, string? traceParent)
    {
        var message = new CloudEvent(CloudEventsSpecVersion.V1_0, [Sequence, TraceParent])
        {
            Id = IdOf(news).ToString(),
            Source = new Uri($"/cases/{news.Event.Number}", UriKind.Relative),
            Type = $"{options.Value.TypePrefix}.{news.Name}.v1",
            Subject = news.Event.Number,
            Time = news.Event.At,
            DataContentType = "application/json",
            Data = FeedData.Of(news),
        };
        // Ten digits: compared as text, as the extension demands, the order of a case is the order of its numbers.
        message[Sequence] = news.Sequence.ToString("D10", CultureInfo.InvariantCulture);
        message[TraceParent] = traceParent;
        return Encoding.UTF8.GetString(Formatter.EncodeStructuredModeMessage(message, out _).Span);
    }
}
