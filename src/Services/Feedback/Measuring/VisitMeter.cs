using System.Diagnostics.Metrics;

namespace Hotline.Feedback.Measuring;

/// <summary>The instruments of this service.</summary>
internal static class VisitMeter
{
    public const string Name = "Hotline.Feedback";

    private static readonly Meter Meter = new(Name);
    private static long _open;
    private static long _late;

    static VisitMeter()
    {
        Meter.CreateObservableGauge("hotline.feedback.visits.open", () => Volatile.Read(ref _open), "{visit}", "Citizens who wait to be called back.");
        Meter.CreateObservableGauge("hotline.feedback.visits.late", () => Volatile.Read(ref _late), "{visit}", "Those of them who should have been called by now.");
    }

    /// <summary>Takes over what the table says now; read whenever somebody collects.</summary>
    public static void Show(long open, long late)
    {
        Volatile.Write(ref _open, open);
        Volatile.Write(ref _late, late);
    }
}
