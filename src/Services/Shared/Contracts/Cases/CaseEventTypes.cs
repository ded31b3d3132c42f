using System.Collections.Frozen;

namespace Hotline.Contracts.Cases;

/// <summary>The name under which each event stands in the ledger. Names are for ever; the record behind one may grow.</summary>
public static class CaseEventTypes
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(CaseEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Every event type.</summary>
    public static IReadOnlyCollection<Type> All => ByName.Values;

    /// <summary>The ledger name of an event type, e.g. <c>CaseReceived</c>.</summary>
    public static string NameOf(Type type) => type.Name;

    /// <summary>The record type of a ledger name.</summary>
    /// <exception cref="KeyNotFoundException">The ledger holds an event this build does not know.</exception>
    public static Type Of(string name) =>
        ByName.TryGetValue(name, out var type) ? type : throw new KeyNotFoundException($"No case event is named '{name}'.");
}
