using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Contracts.Tests.Samples;

/// <summary>A value of any contract with every member filled, the same each time and different from member to member.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 8, 30, 15, TimeSpan.Zero).AddTicks(1_234_560);

    // How many members an enum had when the golden files were first written: those added since, at its end, must not change what the files hold.
    private static readonly Dictionary<Type, int> Began = new() { [typeof(CaseStatus)] = 12 };

    /// <param name="type">The contract.</param>
    /// <param name="path">Where the value stands in the whole; texts and numbers follow from it.</param>
    public static object Of(Type type, string path) => Nullable.GetUnderlyingType(type) is { } inner ? Of(inner, path) : Plain(type, path) ?? Record(type, path);

    private static object? Plain(Type type, string path) => type switch
    {
        _ when type == typeof(string) => $"样例 {path}",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 1 + Digit(path),
        _ when type == typeof(long) => 1_000L + Digit(path),
        _ when type == typeof(double) => 30 + Digit(path) / 8.0,
        _ when type == typeof(decimal) => 100.50m + Digit(path),
        _ when type == typeof(Guid) => Operation.IdFor("sample", path),
        _ when type == typeof(CaseId) => new CaseId(Operation.IdFor("sample", path)),
        _ when type == typeof(UnitRef) => new UnitRef((UnitKind)(Digit(path) % 3), $"u{Digit(path)}"),
        _ when type == typeof(DateTimeOffset) => At.AddMinutes(Digit(path)),
        _ when type == typeof(DateOnly) => DateOnly.FromDateTime(At.AddDays(Digit(path)).DateTime),
        { IsEnum: true } => Enum.GetValues(type).GetValue(Digit(path) % Began.GetValueOrDefault(type, Enum.GetValues(type).Length)),
        _ when IsList(type) => Two(type.GenericTypeArguments[0], path),
        _ => null,
    };

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static Array Two(Type element, string path)
    {
        var items = Array.CreateInstance(element, 2);
        items.SetValue(Of(element, path + ".0"), 0);
        items.SetValue(Of(element, path + ".1"), 1);
        return items;
    }

    private static object Record(Type type, string path)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)
            ?? throw new NotSupportedException($"Sample cannot fill {type}: say how.");
        var parameters = constructor.GetParameters();
        var record = constructor.Invoke([.. parameters.Select(parameter => Of(parameter.ParameterType, Member(path, parameter.Name!)))]);
        var taken = parameters.Select(parameter => parameter.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !taken.Contains(property.Name)))
            property.SetValue(record, Of(property.PropertyType, Member(path, property.Name)));
        return record;
    }

    private static string Member(string path, string name) => $"{path}.{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static int Digit(string path) => Operation.IdFor("digit", path).ToByteArray()[0] % 50;
}
