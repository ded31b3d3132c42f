using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Hotline.Cities.Areas;

/// <summary>The towns and streets of the city.</summary>
public sealed class AreaBook(IEnumerable<Area> areas)
{
    private readonly FrozenDictionary<string, Area> _byCode = areas.ToFrozenDictionary(area => area.Code);

    public ImmutableArray<Area> All { get; } = [.. areas];

    public Area? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    public bool Has([NotNullWhen(true)] string? code) => Find(code) is not null;

    /// <summary>The area whose office is nearest: a first guess for a case that has coordinates but no area.</summary>
    public Area? Nearest(Coordinates place) => All.MinBy(area => area.Center.KilometersTo(place));
}
