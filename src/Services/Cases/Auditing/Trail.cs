using Hotline.Contracts.Cases;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Cases.Auditing;

/// <summary>What of the trail is asked for.</summary>
/// <param name="Subject">Only what this person or client looked at and did.</param>
/// <param name="Case">Only what concerns this case.</param>
internal sealed record TrailQuestion(string? Subject, CaseId? Case, DateTimeOffset? From, DateTimeOffset? To, TrailCursor After, int Limit);

/// <summary>Reads the trail: what people looked at, from <c>cases.access</c>, and what they did, from the ledger. Acts are searched by person or by case
/// only; who asks for neither gets what was looked at.</summary>
internal sealed class Trail(NpgsqlDataSource database)
{
    private const string Accesses = """
        (select at, 0 as source, id as place, act as what, subject, name, roles, unit, number, null::int as version, purpose, note, result, trace
        from cases.access
        where at <= @at and (at, 0, id) < (@at, @source, @place) and at >= @from and at < @to
        """;

    // The expressions are those of the index event_person.
    private const string Acts = """
        (select at, 1, position, type, substr(actor, strpos(actor, ':') + 1), null, replace(split_part(actor, ':', 1), ',', ''), null, data ->> 'number', version,
            null, data ->> 'legalBasis', 'done', trace
        from cases.event
        where at <= @at and (at, 1, position) < (@at, @source, @place) and at >= @from and at < @to
        """;

    private const string OfSubject = " and subject = @subject";
    private const string ActsOfSubject =
        " and substr(actor, strpos(actor, ':') + 1) = @subject and actor not like 'channel:%' and actor not like 'system:%'";
    private const string OfCase = " and case_id = @case";

    /// <summary>A page, the newest first.</summary>
    public async Task<TrailPage> Read(TrailQuestion question, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql(question));
        command.Parameters.AddWithValue("at", question.After.At.UtcDateTime);
        command.Parameters.AddWithValue("source", question.After.Source);
        command.Parameters.AddWithValue("place", question.After.Place);
        command.Parameters.AddWithValue("from", NpgsqlDbType.TimestampTz, (question.From ?? DateTimeOffset.UnixEpoch).UtcDateTime);
        command.Parameters.AddWithValue("to", NpgsqlDbType.TimestampTz, (question.To ?? TrailCursor.Never).UtcDateTime);
        if (question.Subject is { } subject)
            command.Parameters.AddWithValue("subject", subject);
        if (question.Case is { } id)
            command.Parameters.AddWithValue("case", id.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<TrailEntry>();
        var last = question.After;
        while (entries.Count < question.Limit && await reader.ReadAsync(cancellationToken))
        {
            entries.Add(TrailEntry.Read(reader));
            last = new(reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt32(1), reader.GetInt64(2));
        }
        // One more row was asked for than is shown: it says whether there is a next page.
        return new(entries, await reader.ReadAsync(cancellationToken) ? last.ToString() : null);
    }

    private static string Sql(TrailQuestion question)
    {
        var ofCase = question.Case is null ? "" : OfCase;
        var ending = $" limit {question.Limit + 1})";
        var accesses = Accesses + ofCase + (question.Subject is null ? "" : OfSubject) + " order by at desc, id desc" + ending;
        if (question is { Case: null, Subject: null })
            return accesses;
        var acts = Acts + ofCase + (question.Subject is null ? "" : ActsOfSubject) + " order by at desc, position desc" + ending;
        return $"{accesses} union all {acts} order by at desc, source desc, place desc limit {question.Limit + 1}";
    }
}
