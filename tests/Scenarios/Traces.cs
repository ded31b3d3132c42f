using System.Text;
using Hotline.TestKit;
using Npgsql;

namespace Hotline.Scenarios;

/// <summary>Looks for a word wherever Hotline keeps anything: in every table of the database and in every log.</summary>
internal static class Traces
{
    /// <summary>The tables and logs that hold the word.</summary>
    public static async Task<IReadOnlyList<string>> Of(HotlineInstance hotline, string word)
    {
        await using var database = NpgsqlDataSource.Create(hotline.Database);
        var found = new List<string>();
        foreach (var table in await Tables(database))
        {
            // As text, and as the bytes of a binary column are written.
            await using var command = database.CreateCommand($"select exists (select from {table} t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%')");
            command.Parameters.AddWithValue(word);
            command.Parameters.AddWithValue(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)));
            if ((bool)(await command.ExecuteScalarAsync())!)
                found.Add(table);
        }
        foreach (var log in Directory.EnumerateFiles(Path.Combine(hotline.Host.Data, "logs")))
        {
            await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            if ((await reader.ReadToEndAsync()).Contains(word, StringComparison.Ordinal))
                found.Add(log);
        }
        return found;
    }

    private static async Task<List<string>> Tables(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("""
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }
}
