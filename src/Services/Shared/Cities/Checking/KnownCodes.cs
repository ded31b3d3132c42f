using Hotline.Cities.Categories;
using Hotline.Cities.Reading;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Checking;

/// <summary>The codes a reference may name.</summary>
internal sealed class KnownCodes(CityDraft draft, Faults faults)
{
    private readonly Dictionary<string, Category> _categories =
        draft.Categories.GroupBy(one => one.Value.Code).ToDictionary(group => group.Key, group => group.First().Value);

    private readonly HashSet<string> _areas = [.. draft.Areas.Select(one => one.Value.Code)];

    private readonly HashSet<UnitRef> _units =
    [
        .. draft.Departments.Select(one => one.Value.Unit),
        .. draft.Merchants.Select(one => one.Value.Unit),
        .. draft.Experts.Select(one => one.Value.Unit),
    ];

    public void Areas(IEnumerable<string> codes, Position at)
    {
        foreach (var code in codes.Where(code => !_areas.Contains(code)))
            faults.Add(at, $"unknown area '{code}'");
    }

    public Category? Category(string code, Position at)
    {
        if (_categories.TryGetValue(code, out var category))
            return category;
        faults.Add(at, $"unknown category '{code}'");
        return null;
    }

    public Category? Leaf(string code, Position at)
    {
        var category = Category(code, at);
        if (category is { IsLeaf: false })
            faults.Add(at, $"category '{code}' is not a leaf");
        return category;
    }

    public void Unit(UnitRef unit, Position at)
    {
        // A unit that could not be read at all has been reported by the reader.
        if (unit != default && !_units.Contains(unit))
            faults.Add(at, $"unknown {Name(unit.Kind)} '{unit.Code}'");
    }

    public void Fault(Position at, string what) => faults.Add(at, what);

    private static string Name(UnitKind kind) => kind switch
    {
        UnitKind.Department => "department",
        UnitKind.Merchant => "merchant",
        UnitKind.Expert => "expert",
    };
}
