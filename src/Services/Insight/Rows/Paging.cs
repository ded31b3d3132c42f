using Hotline.Contracts.Errors;

namespace Hotline.Insight.Rows;

/// <summary>Which page of a list is wanted.</summary>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Limit">Most cases on the page.</param>
internal sealed record Paging(Cursor? After, int Limit)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>Reads what a caller sent.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static Error? Read(string? cursor, int? limit, out Paging paging)
    {
        var after = cursor is null ? null : Cursor.Parse(cursor);
        paging = new Paging(after, limit ?? DefaultLimit);
        if (paging.Limit is < 1 or > MaxLimit)
            return Error.Invalid("limit", "out-of-range", "1", $"{MaxLimit}");
        return cursor is not null && after is null ? Error.Invalid("cursor", "cursor-invalid") : null;
    }
}
