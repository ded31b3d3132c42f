using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;

namespace Hotline.Cases.Screening;

internal static class ScreeningErrors
{
    /// <summary>Nothing new was found.</summary>
    public static Error FoundBefore { get; } = new(ErrorKind.Conflict, "found-before");

    /// <summary>A held case is decided with words: why, whatever was found.</summary>
    public static Error ReasonNeeded { get; } = Error.Invalid("note", "finding-needs-reason");

    /// <summary>Upheld was what nobody found.</summary>
    public static Error NotFound(IEnumerable<FindingKind> kinds) => Error.Invalid("upheld", "finding-unknown", string.Join(", ", kinds));
}
