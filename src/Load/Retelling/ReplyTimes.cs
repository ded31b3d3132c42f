using System.Text.Json;

namespace Hotline.Load.Retelling;

/// <summary>How long a group of citizens waited, in minutes, as <c>GET /api/v1/figures/reply-times</c> tells it.</summary>
internal sealed record ReplyTimes(string? Key, long Answered, double MeanMinutes, double MedianMinutes, double NinthDecileMinutes)
{
    // Both sides round to hundredths of a minute, one of them in decimal arithmetic.
    private const double Tolerance = 0.011;

    /// <summary>What messages must come to.</summary>
    public static ReplyTimes Of(string? key, IEnumerable<Message> messages)
    {
        double[] minutes = [.. messages.Select(message => (message.AnsweredAt - message.ReceivedAt).TotalMinutes).Order()];
        return new ReplyTimes(key, minutes.Length, minutes.Average(), Share(minutes, 0.5), Share(minutes, 0.9));
    }

    public static IReadOnlyList<ReplyTimes> Of(JsonElement answer) => [.. answer.GetProperty("groups").EnumerateArray().Select(one => new ReplyTimes(
        one.TryGetProperty("key", out var key) ? key.GetString() : null,
        one.GetProperty("answered").GetInt64(),
        one.GetProperty("meanMinutes").GetDouble(),
        one.GetProperty("medianMinutes").GetDouble(),
        one.GetProperty("ninthDecileMinutes").GetDouble()))];

    /// <summary>The same group with the same times.</summary>
    public bool Equals(ReplyTimes? other) => other is not null
        && (Key, Answered) == (other.Key, other.Answered)
        && Near(MeanMinutes, other.MeanMinutes) && Near(MedianMinutes, other.MedianMinutes) && Near(NinthDecileMinutes, other.NinthDecileMinutes);

    public override int GetHashCode() => HashCode.Combine(Key, Answered);

    private static bool Near(double one, double other) => Math.Abs(one - other) < Tolerance;

    // Between two values it lies where it would on a straight line, as percentile_cont has it.
    private static double Share(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
