using System.Collections.Immutable;
using Hotline.Cities.Reading;

namespace Hotline.Cities.Departments;

/// <summary>Reads <c>departments.csv</c>.</summary>
internal static class DepartmentReader
{
    public const string File = "departments.csv";

    public static List<Sourced<Department>> Read(CityFolder folder) =>
        [.. CsvTable.Read(folder, File, "code", "zh", "en", "duties_zh", "duties_en", "areas", "supervision").Select(Department)];

    private static Sourced<Department> Department(TableRow row) => new(
        new(row.Code(), row.Name(), row.Name("duties_zh", "duties_en"), row.Areas(), row.Flag("supervision")), row.At);

    /// <summary>Area codes; <c>*</c> means the whole city and is kept as an empty list.</summary>
    public static ImmutableArray<string> Areas(this TableRow row)
    {
        row.Required("areas");
        return row.Optional("areas") == "*" ? [] : [.. row.List("areas")];
    }
}
