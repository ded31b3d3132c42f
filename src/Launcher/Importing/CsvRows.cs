using CsvHelper;

namespace Hotline.Launcher.Importing;

/// <summary>Records of a CSV file: quoted text of several lines, comma, semicolon or tab.</summary>
internal static class CsvRows
{
    public static IEnumerable<SourceRow> Read(string path)
    {
        using var text = new StreamReader(path, TextEncoding.Of(path));
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, SkipEmptyLines = true });
        if (!csv.Read())
        {
            yield break;
        }

        var header = Fields(csv);
        for (var number = 2; csv.Read(); number++)
        {
            yield return Row(number, header, Fields(csv));
        }
    }

    private static SourceRow Row(int number, string[] header, string[] record)
    {
        var columns = new Dictionary<string, string>();
        for (var index = 0; index < header.Length; index++)
        {
            columns[header[index]] = index < record.Length ? record[index] : "";
        }

        var fault = record.Length > header.Length ? $"has {record.Length} values for {header.Length} columns" : null;
        return new SourceRow(number, columns, Fault: fault);
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index).Trim())];
}
