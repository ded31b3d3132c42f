using System.Globalization;
using Hotline.Contracts.Errors;

namespace Hotline.Feedback.Paging;

/// <summary>Which page of a list is wanted.</summary>
/// <param name="Error">What is wrong with the wish.</param>
internal readonly record struct PageRequest(Cursor After, int Limit, Error? Error)
{
    private const int Usual = 50;
    private const int Most = 200;

    public static Error UnknownState { get; } = Error.Invalid("state", "visit-state-unknown", "open, done");

    public static PageRequest Read(string? cursor, int? limit, Cursor start)
    {
        if (limit is < 1 or > Most)
            return new(start, Usual, Error.Invalid("limit", "page-limit-out-of-range", $"{Most}"));
        if (cursor is null)
            return new(start, limit ?? Usual, null);
        return Cursor.TryParse(cursor, out var after)
            ? new(after, limit ?? Usual, null)
            : new(start, Usual, Error.Invalid("cursor", "cursor-invalid"));
    }

    /// <summary>The same for a list whose cursor is a number; none is its beginning.</summary>
    public static (ulong Place, int Limit, Error? Error) ReadPlace(string? cursor, int? limit)
    {
        var page = Read(null, limit, Cursor.First);
        if (page.Error is not null || cursor is null)
            return (0, page.Limit, page.Error);
        return ulong.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? (place, page.Limit, null)
            : (0, page.Limit, Error.Invalid("cursor", "cursor-invalid"));
    }
}
