using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Hotline.Feedback.Paging;

/// <summary>The place in a list after which the next page begins: a time and the case that breaks ties.</summary>
internal readonly record struct Cursor(DateTimeOffset At, Guid CaseId)
{
    /// <summary>Before everything.</summary>
    public static Cursor First { get; } = new(DateTimeOffset.UnixEpoch, Guid.Empty);

    /// <summary>After everything, for lists that begin with the newest.</summary>
    public static Cursor Last { get; } = new(new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero), Guid.AllBitsSet);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string text, out Cursor cursor)
    {
        cursor = default;
        if (!Base64Url.IsValid(text))
            return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('/');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.Ticks
            || !Guid.TryParseExact(parts[1], "N", out var caseId))
            return false;
        cursor = new(new DateTimeOffset(ticks, TimeSpan.Zero), caseId);
        return true;
    }

    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}/{CaseId:N}")));
}

/// <summary>A page of a list.</summary>
/// <param name="Next">Cursor of the next page; absent on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
