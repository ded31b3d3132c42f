using Npgsql;

namespace Hotline.Hosting.Database;

/// <summary>A column that a batch of rows fills: sent as one array, unnested by the server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sent">How the server should read an element: the SQL expression over <c>{0}</c>.</param>
public abstract record Column<TRow>(string Name, string Sent)
{
    /// <summary>The array over all rows.</summary>
    public abstract NpgsqlParameter Values(IReadOnlyList<TRow> rows);

    /// <summary>A column that holds this of every row.</summary>
    public static Column<TRow> Of<T>(string name, Func<TRow, T> value, string sent = "{0}") => new Filled<T>(name, sent, value);

    private sealed record Filled<T>(string Name, string Sent, Func<TRow, T> Value) : Column<TRow>(Name, Sent)
    {
        public override NpgsqlParameter Values(IReadOnlyList<TRow> rows)
        {
            var values = new T[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = Value(rows[i]);
            return new NpgsqlParameter<T[]>(Name, values);
        }
    }
}

/// <summary>SQL over a list of columns.</summary>
public static class Columns
{
    /// <summary><c>a, b, c</c>.</summary>
    public static string Names<TRow>(this IEnumerable<Column<TRow>> columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>A select over the arrays <c>@a, @b, @c</c>, one row for each place.</summary>
    public static string Select<TRow>(this IReadOnlyList<Column<TRow>> columns) =>
        $"select {string.Join(", ", columns.Select(column => string.Format(null, column.Sent, column.Name) + " as " + column.Name))} "
        + $"from unnest({string.Join(", ", columns.Select(column => "@" + column.Name))}) as sent ({columns.Names()})";

    /// <summary>Adds the arrays to a command.</summary>
    public static void AddValues<TRow>(this NpgsqlParameterCollection parameters, IEnumerable<Column<TRow>> columns, IReadOnlyList<TRow> rows)
    {
        foreach (var column in columns)
            parameters.Add(column.Values(rows));
    }
}
