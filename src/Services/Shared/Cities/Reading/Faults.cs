namespace Hotline.Cities.Reading;

/// <summary>Collects every fault of a folder: a city's keeper repairs all of them in one go.</summary>
internal sealed class Faults
{
    private readonly List<Fault> _all = [];

    public int Count => _all.Count;

    public void Add(Position at, string what) => _all.Add(new Fault(at, what));

    public IReadOnlyList<Fault> InOrder() =>
        [.. _all.Distinct().OrderBy(fault => fault.At.File, StringComparer.Ordinal).ThenBy(fault => fault.At.Line)];
}
