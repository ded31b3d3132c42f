using Hotline.Insight.Rows;

namespace Hotline.Insight.Saving;

/// <summary>A filter that a person saved under a name.</summary>
/// <param name="Name">The person's own; used as <c>?filter=name</c>.</param>
/// <param name="List">The list it is meant for.</param>
/// <param name="Filter">Which cases are wanted.</param>
/// <param name="ChangedAt">When it was saved last.</param>
public sealed record SavedFilter(string Name, string List, CaseFilter Filter, DateTimeOffset ChangedAt);

/// <summary>All filters of a person, by name.</summary>
public sealed record SavedFilterList(IReadOnlyList<SavedFilter> Filters);

/// <param name="List">Name of a worklist.</param>
/// <param name="Filter">Which of its cases are wanted.</param>
public sealed record SaveFilterRequest(string? List, CaseFilter? Filter);
