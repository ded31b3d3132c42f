using System.Text;
using Npgsql;

namespace Hotline.Insight.Rows;

/// <summary>A query over case rows, put together from fixed conditions; what comes from outside travels as parameters only.</summary>
/// <param name="source">What is read: <c>insight.case_row r</c>, possibly joined.</param>
internal sealed class RowQuery(string source)
{
    /// <summary>The unit leads, assists, or has a part in a dispute. All parts but the first repeat the predicate of their partial index.</summary>
    public const string Involves =
        "(r.lead = @unit or (r.assisting @> array[@unit] and r.assisting <> '{}') or (r.disputing @> array[@unit] and r.disputing <> '{}'))";

    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object Value)> _parameters = [];

    /// <summary>Adds a condition.</summary>
    public RowQuery Where(string condition, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        _conditions.Add(condition);
        _parameters.AddRange(parameters);
        return this;
    }

    /// <summary>Reads at most <paramref name="limit"/> rows and tells whether there are more.</summary>
    public async Task<(List<CaseRow> Rows, bool More)> Read(
        NpgsqlDataSource database, string order, int limit, CancellationToken cancellationToken, string columns = CaseRow.Columns)
    {
        await using var command = Command(database, columns, $" order by {order} limit {limit + 1}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<CaseRow>(limit);
        while (rows.Count < limit && await reader.ReadAsync(cancellationToken))
            rows.Add(CaseRow.Read(reader));
        return (rows, rows.Count == limit && await reader.ReadAsync(cancellationToken));
    }

    /// <summary>The command, for another selection than rows.</summary>
    public NpgsqlCommand Command(NpgsqlDataSource database, string selection, string ending = "")
    {
        var sql = new StringBuilder("select ").Append(selection).Append(" from ").Append(source);
        for (var i = 0; i < _conditions.Count; i++)
            sql.Append(i == 0 ? " where " : " and ").Append(_conditions[i]);
        var command = database.CreateCommand(sql.Append(ending).ToString());
        foreach (var (name, value) in _parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
