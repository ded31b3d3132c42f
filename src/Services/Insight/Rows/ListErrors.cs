using Hotline.Contracts.Errors;

namespace Hotline.Insight.Rows;

/// <summary>Expected failures of lists and search.</summary>
internal static class ListErrors
{
    /// <summary>403: the caller is neither staff nor of a unit.</summary>
    public static Error Forbidden { get; } = new(ErrorKind.Forbidden, "lists-forbidden");

    /// <summary>404: no such list.</summary>
    public static Error UnknownWorklist(string name) =>
        new(ErrorKind.NotFound, "worklist-unknown", Arguments: [name, Listing.Worklist.Names]);

    /// <summary>404: the caller saved no filter of that name.</summary>
    public static Error UnknownFilter(string name) => new(ErrorKind.NotFound, "filter-unknown", Arguments: [name]);

    /// <summary>409: the caller has to forget a filter before another can be saved.</summary>
    public static Error TooManyFilters { get; } = new(ErrorKind.Conflict, "too-many-filters", Arguments: [$"{Saving.SavedFilters.Most}"]);

    /// <summary>400: no term, no filter.</summary>
    public static Error NothingToSearch { get; } = Error.Invalid("q", "nothing-to-search");
}
