using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Figuring;

/// <summary>Reads the kept counts. A period means the cases received in it, by the city's calendar.</summary>
internal sealed class Figures(ReadDatabase reads)
{
    /// <summary>What <see cref="Counted"/> expects behind the key.</summary>
    public const string Sums = """
        coalesce(sum(cases), 0)::bigint, coalesce(sum(excluded), 0)::bigint, coalesce(sum(closed), 0)::bigint, coalesce(sum(due), 0)::bigint,
        coalesce(sum(contacts_due), 0)::bigint, coalesce(sum(contacts_in_time), 0)::bigint,
        coalesce(sum(visits_answered), 0)::bigint, coalesce(sum(satisfied), 0)::bigint,
        coalesce(sum(solutions_answered), 0)::bigint, coalesce(sum(solved), 0)::bigint
        """;

    /// <summary>The whole city, by line.</summary>
    public async Task<IReadOnlyDictionary<CaseKind, Counts>> Headline(DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        await Read("kind", "unit = ''", null, from, to, Kind, cancellationToken);

    /// <summary>Every unit that leads cases, or one of them.</summary>
    public async Task<IReadOnlyDictionary<UnitRef, Counts>> Units(UnitRef? only, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        await Read("unit", "unit <> '' and (@unit is null or unit = @unit)", only?.ToString(), from, to, UnitRef.Parse, cancellationToken);

    private async Task<Dictionary<TKey, Counts>> Read<TKey>(
        string key, string condition, string? unit, DateOnly? from, DateOnly? to, Func<string, TKey> parse, CancellationToken cancellationToken)
        where TKey : notnull
    {
        await using var command = reads.Source.CreateCommand(
            $"select {key}, {Sums} from insight.figure where {condition} and day between @from and @to group by {key}");
        command.Parameters.Add(new NpgsqlParameter<string?>("unit", unit));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("from", from ?? DateOnly.MinValue));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("to", to ?? DateOnly.MaxValue));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<TKey, Counts>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(parse(reader.GetString(0)), Counted(reader));
        return found;
    }

    /// <summary>The sums of a row.</summary>
    public static Counts Counted(NpgsqlDataReader row) => new(
        row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
        row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10));

    private static CaseKind Kind(string word) =>
        Words<CaseKind>.TryRead(word, out var kind) ? kind : throw new InvalidDataException($"insight.figure holds kind '{word}'.");
}
