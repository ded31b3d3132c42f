using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;

namespace Hotline.Cases.CaseFiles;

/// <summary>What a decision comes to: events, or the reason why not.</summary>
public readonly record struct Decision(IReadOnlyList<CaseEvent> Events, Error? Error)
{
    public static implicit operator Decision(CaseEvent @event) => new([@event], null);

    public static implicit operator Decision(CaseEvent[] events) => new(events, null);

    public static implicit operator Decision(Error error) => new([], error);
}
