using Hotline.Cities;
using Hotline.Contracts.Errors;
using Hotline.Insight.Listing;
using Hotline.Insight.Rows;

namespace Hotline.Insight.Saving;

/// <summary>What may be saved.</summary>
internal static class FilterRules
{
    private const int LongestName = 60;

    private static readonly CaseFilter Everything = new();

    /// <summary>Everything that is wrong, by field; empty when nothing is.</summary>
    public static IReadOnlyCollection<Error> Faults(string name, SaveFilterRequest request, City city) =>
        [.. Places(request.Filter, city).Prepend(FilterFault(request.Filter)).Prepend(ListFault(request.List)).Prepend(NameFault(name)).OfType<Error>()];

    /// <summary>The last day comes before the first.</summary>
    public static Error? PeriodFault(string field, DateOnly? from, DateOnly? to) =>
        from > to ? Error.Invalid(field, "period-reversed") : null;

    private static Error? NameFault(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl) ? Error.Invalid("name", "required")
        : name.Length > LongestName ? Error.Invalid("name", "too-long", $"{LongestName}")
        : null;

    private static Error? ListFault(string? list) =>
        list is null ? Error.Invalid("list", "required")
        : Worklist.Find(list) is null ? Error.Invalid("list", "worklist-unknown", list, Worklist.Names)
        : null;

    private static Error? FilterFault(CaseFilter? filter) =>
        filter is null || filter == Everything ? Error.Invalid("filter", "required") : null;

    private static IEnumerable<Error?> Places(CaseFilter? filter, City city)
    {
        if (filter is null)
            yield break;
        if (filter.Category is { } category && !city.Categories.Has(category))
            yield return Error.Invalid("filter.category", "category-unknown", category);
        if (filter.Area is { } area && !city.Areas.Has(area))
            yield return Error.Invalid("filter.area", "area-unknown", area);
        yield return PeriodFault("filter.receivedTo", filter.ReceivedFrom, filter.ReceivedTo);
    }
}
