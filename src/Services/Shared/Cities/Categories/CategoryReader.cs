using System.Collections.Immutable;
using Hotline.Cities.Reading;
using Hotline.Contracts.Cases;

namespace Hotline.Cities.Categories;

/// <summary>Reads <c>categories.csv</c>. Kind, type and urgency left empty are those of the parent.</summary>
internal static class CategoryReader
{
    public const string File = "categories.csv";
    private const int Levels = 3;

    public static List<Sourced<Category>> Read(CityFolder folder)
    {
        var rows = CsvTable.Read(
            folder, File, "code", "zh", "en", "kind", "type", "urgency", "keywords_zh", "keywords_en", "description_zh", "description_en");
        var read = new Dictionary<string, Category>();
        var all = new List<Sourced<Category>>();
        foreach (var row in rows)
        {
            var category = Category(row, read);
            read.TryAdd(category.Code, category);
            all.Add(new(category, row.At));
        }

        return all;
    }

    private static Category Category(TableRow row, Dictionary<string, Category> read)
    {
        var code = row.Code();
        var isLeaf = code.Count(c => c == '.') == Levels - 1;
        if (code.Count(c => c == '.') >= Levels)
            row.Fault($"'{code}' has more than {Levels} levels");
        var parent = Parent(row, code, read);
        return new Category(
            code,
            row.Name(),
            row.OptionalWord<CaseKind>("kind") ?? Inherited(row, "kind", parent?.Kind),
            row.OptionalWord<CaseType>("type") ?? Inherited(row, "type", parent?.Type),
            row.OptionalWord<Urgency>("urgency") ?? Inherited(row, "urgency", parent?.Urgency),
            Keywords(row, "keywords_zh", isLeaf),
            Keywords(row, "keywords_en", isLeaf),
            isLeaf ? row.Name("description_zh", "description_en") : new(row.Optional("description_zh"), row.Optional("description_en")),
            isLeaf);
    }

    private static Category? Parent(TableRow row, string code, Dictionary<string, Category> read)
    {
        var dot = code.LastIndexOf('.');
        if (dot <= 0)
            return null;
        if (!read.TryGetValue(code[..dot], out var parent))
            row.Fault($"unknown category '{code[..dot]}': a parent comes before its children");
        else if (row.OptionalWord<CaseKind>("kind") is { } kind && kind != parent.Kind)
            row.Fault($"kind is {Word.Of(kind)}, but that of '{parent.Code}' is {Word.Of(parent.Kind)}");
        return parent;
    }

    private static T Inherited<T>(TableRow row, string column, T? parent) where T : struct, Enum
    {
        if (parent is null && !row.Optional("code").Contains('.', StringComparison.Ordinal))
            row.Fault($"{column} is empty");
        return parent ?? default;
    }

    private static ImmutableArray<string> Keywords(TableRow row, string column, bool needed)
    {
        var words = row.List(column);
        if (needed && words.Length == 0)
            row.Fault($"{column} is empty");
        return [.. words];
    }
}
