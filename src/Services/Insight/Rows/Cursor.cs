using System.Buffers.Binary;
using System.Buffers.Text;

namespace Hotline.Insight.Rows;

/// <summary>Where a page ended: the sort key of its last row. Rows that come or go meanwhile neither repeat nor hide another.</summary>
internal sealed record Cursor(DateTime TurnAt, DateTime ReceivedAt, Guid CaseId)
{
    private const int Length = 32;

    /// <summary>The cursor behind the last row of a page.</summary>
    public static Cursor After(CaseRow row) => new(row.TurnAt, row.ReceivedAt, row.CaseId);

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static Cursor? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == Length
                && TryTime(bytes, out var turn) && TryTime(bytes[8..], out var received)
            ? new Cursor(turn, received, new Guid(bytes[16..], bigEndian: true))
            : null;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, TurnAt.Ticks);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], ReceivedAt.Ticks);
        CaseId.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    private static bool TryTime(ReadOnlySpan<byte> bytes, out DateTime time)
    {
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var valid = ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
        time = valid ? new DateTime(ticks, DateTimeKind.Utc) : default;
        return valid;
    }
}
