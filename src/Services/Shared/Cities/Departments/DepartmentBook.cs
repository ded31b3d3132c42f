using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Hotline.Cities.Departments;

/// <summary>The departments of the city.</summary>
public sealed class DepartmentBook(IEnumerable<Department> departments)
{
    private readonly FrozenDictionary<string, Department> _byCode = departments.ToFrozenDictionary(department => department.Code);

    public ImmutableArray<Department> All { get; } = [.. departments];

    /// <summary>督察机构: rules where duties overlap. Every city names one.</summary>
    public Department SupervisionBody => All.Single(department => department.IsSupervisionBody);

    public Department? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    public bool Has([NotNullWhen(true)] string? code) => Find(code) is not null;
}
