using CsvHelper;

namespace Hotline.Cities.Reading;

/// <summary>A CSV file with a header row. Lines that start with <c>#</c> are remarks.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<TableRow> Read(CityFolder folder, string file, params string[] columns)
    {
        if (folder.Open(file) is not { } text)
            return [];

        using (text)
        using (var reader = CsvReader.Create(text, Dialect(file, folder.Faults), leaveOpen: true))
        {
            return reader.Read() && Header(reader, file, columns, folder.Faults) is { } header
                ? Rows(reader, file, header, folder.Faults)
                : [];
        }
    }

    private static CsvReaderOptions Dialect(string file, Faults faults) => new()
    {
        HasHeader = false,
        CommentPrefix = '#',
        TrimWhitespace = true,
        SkipEmptyLines = true,
        TrackLineNumbers = true,
        OnMalformedRecord = record =>
            faults.Add(new Position(file, (int)record.LineNumber), $"not readable as CSV: {record.Reason}"),
    };

    private static string[]? Header(CsvReader reader, string file, string[] columns, Faults faults)
    {
        var header = Fields(reader);
        var at = new Position(file, (int)reader.LineNumber);
        foreach (var missing in columns.Except(header))
            faults.Add(at, $"column '{missing}' is missing");
        foreach (var unknown in header.Except(columns))
            faults.Add(at, $"column '{unknown}' is not known");
        foreach (var twice in header.GroupBy(name => name).Where(group => group.Count() > 1))
            faults.Add(at, $"column '{twice.Key}' is named twice");
        return columns.All(header.Contains) ? header : null;
    }

    private static List<TableRow> Rows(CsvReader reader, string file, string[] header, Faults faults)
    {
        var rows = new List<TableRow>();
        while (reader.Read())
        {
            var at = new Position(file, (int)reader.LineNumber);
            if (reader.FieldCount == header.Length)
                rows.Add(new TableRow(header, Fields(reader), at, faults));
            else
                faults.Add(at, $"the row has {reader.FieldCount} fields, the header names {header.Length}");
        }

        return rows;
    }

    private static string[] Fields(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
}
