using System.Diagnostics.Metrics;
using Hotline.Contracts.Cases;

namespace Hotline.Cases.CaseFiles;

/// <summary>What Cases counts. Tags are bounded: line, channel, event type.</summary>
internal static class CaseMeter
{
    private static readonly Meter Meter = new("Hotline.Cases");
    private static readonly Counter<long> Received = Meter.CreateCounter<long>("hotline.cases.received", "{case}", "Matters taken in.");
    private static readonly Counter<long> Accepted = Meter.CreateCounter<long>("hotline.cases.accepted", "{case}", "Matters the city took on.");
    private static readonly Counter<long> Closed = Meter.CreateCounter<long>("hotline.cases.closed", "{case}", "Matters brought to an end.");
    private static readonly Counter<long> Dropped = Meter.CreateCounter<long>("hotline.cases.access.dropped", "{access}", "Masked reads the trail had no room for.");

    /// <summary>The trail had no room for a masked read.</summary>
    public static void AccessDropped() => Dropped.Add(1);

    public static void Count(IReadOnlyList<CaseEvent> appended)
    {
        foreach (var @event in appended)
        {
            var counter = @event switch
            {
                CaseReceived => Received,
                CaseAccepted => Accepted,
                CaseClosed => Closed,
                _ => null,
            };
            counter?.Add(1, new KeyValuePair<string, object?>("kind", @event.Case.Kind), new KeyValuePair<string, object?>("channel", @event.Case.Channel));
        }
    }
}
