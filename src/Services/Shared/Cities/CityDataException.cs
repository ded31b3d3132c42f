using Hotline.Cities.Reading;

namespace Hotline.Cities;

/// <summary>The data of a city cannot be used. The message lists every fault as <c>file:line: what is wrong</c>.</summary>
public sealed class CityDataException(string folder, IReadOnlyList<Fault> faults)
    : Exception($"{folder}: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")} in the city's data\n{string.Join('\n', faults)}")
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
