using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotline.Insight.Operating;

/// <summary>A message that could not be handled. Nothing personal: of the body only what names the event.</summary>
/// <param name="Type">Event type, e.g. <c>CaseReceived</c>.</param>
/// <param name="Number">Number of the case.</param>
/// <param name="Version">Version of the case that the event made.</param>
/// <param name="Exception">Type of the exception that parked it.</param>
/// <param name="Reason">Its message, with digits and quoted values left out.</param>
/// <param name="Consumer">Class that gave up.</param>
/// <param name="ParkedAt">When.</param>
public sealed partial record ParkedMessage(
    string? MessageId, string? Type, string? Number, int? Version, string? Exception, string? Reason, string? Consumer, DateTimeOffset? ParkedAt)
{
    internal static ParkedMessage Of(BrokerMessage message)
    {
        var headers = message.Properties.Headers ?? [];
        string? Header(string name) => headers.TryGetValue(name, out var value) ? value.ToString() : null;
        var envelope = Envelope(message.Payload);
        var body = Member(envelope, "message");
        return new ParkedMessage(
            Member(envelope, "messageId")?.ToString() ?? message.Properties.MessageId,
            TypeOf(envelope),
            Member(body, "number")?.ToString(),
            Member(body, "version") is { ValueKind: JsonValueKind.Number } version ? version.GetInt32() : null,
            Header("MT-Fault-ExceptionType"),
            Header("MT-Fault-Message") is { } reason ? WithoutValues(reason) : Header("MT-Reason"),
            Header("MT-Fault-ConsumerType"),
            DateTimeOffset.TryParse(Header("MT-Fault-Timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null);
    }

    // An exception may quote the very value it choked on.
    internal static string WithoutValues(string reason) => Values().Replace(reason, "…");

    private static JsonElement? Envelope(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(payload);
        }
        catch (JsonException)
        {
            return null; // Poison may well not be JSON; that is no reason not to show it.
        }
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) ? value : null;

    // "urn:message:Hotline.Contracts.Cases:CaseReceived" comes first, interfaces after it.
    private static string? TypeOf(JsonElement? envelope) =>
        Member(envelope, "messageType") is { ValueKind: JsonValueKind.Array } types && types.GetArrayLength() > 0
            ? types[0].GetString()?.Split(':')[^1]
            : null;

    [GeneratedRegex("""'[^']*'|"[^"]*"|“[^”]*”|\([^)]*\)|[0-9]{3,}""")]
    private static partial Regex Values();
}
