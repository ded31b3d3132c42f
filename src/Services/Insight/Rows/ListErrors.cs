using Hotline.Contracts.Errors;

namespace Hotline.Insight.Rows;

/// <summary>Expected failures of lists and search.</summary>
internal static class ListErrors
{
    /// <summary>403: the caller is neither staff nor of a unit.</summary>
    public static Error Forbidden { get; } = new(ErrorKind.Forbidden, "lists-forbidden");

    /// <summary>404: no such list.</summary>
    public static Error UnknownWorklist(string name) =>
        new(ErrorKind.NotFound, "worklist-unknown", Arguments: [name, string.Join(", ", Listing.Worklist.All.Select(list => list.Name))]);

    /// <summary>400: no term, no filter.</summary>
    public static Error NothingToSearch { get; } = Error.Invalid("q", "nothing-to-search");
}
