using System.Globalization;
using CsvHelper;
using Spectre.Console;

namespace Hotline.Launcher.Importing;

/// <summary>Rows that did not become cases: a table for the person, a CSV file for the rest of the work.</summary>
internal sealed class RejectedRows
{
    private const int Shown = 20;

    private readonly List<(int Row, RowFault Fault)> _faults = [];
    private readonly Lock _lock = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _faults.Select(fault => fault.Row).Distinct().Count();
            }
        }
    }

    public void Add(int row, IEnumerable<RowFault> faults)
    {
        lock (_lock)
        {
            _faults.AddRange(faults.Select(fault => (row, fault)));
        }
    }

    /// <summary>Writes <c>row,field,reason</c> and shows the first of them.</summary>
    public void Report(string path)
    {
        File.Delete(path);
        if (_faults.Count == 0)
        {
            return;
        }

        var faults = _faults.OrderBy(fault => fault.Row).ToList();
        using (var csv = CsvWriter.ToFile(path))
        {
            csv.WriteHeader("row", "field", "reason");
            foreach (var (row, fault) in faults)
            {
                csv.WriteRecord(row.ToString(CultureInfo.InvariantCulture), fault.Field, fault.Reason);
            }
        }

        var table = new Table().RoundedBorder().AddColumns("row", "field", "reason");
        foreach (var (row, fault) in faults.Take(Shown))
        {
            table.AddRow(row.ToString(CultureInfo.InvariantCulture), Markup.Escape(fault.Field), Markup.Escape(fault.Reason));
        }

        Say.Error.Write(table);
        Say.Step($"All rejected rows: {path}");
    }
}
