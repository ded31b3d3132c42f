using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Insight.Clustering;
using Hotline.Insight.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Insight.Screening;

/// <summary>
/// Finds the cases taken in before a new one that may be the same matter, in one question: those of the same citizen, and of the newest open ones of the
/// line those of the same category or area with most words in common. Never a sealed one.
/// </summary>
internal sealed class EarlierCases(NpgsqlDataSource database, City city)
{
    // How alike each is, costs a fraction of a millisecond; more than the nearest are never named.
    private const int Likely = 20;

    // length − length(ts_delete) is the number of terms in common. What was taken in later is compared with this one when its turn comes.
    private static readonly string Candidates = $"""
        with own as materialized (
            select case_id from insight.case_row
            where phone_hash = @phone and (received_at, case_id) < (@received, @id) and received_at >= @own_since and not sealed
            order by received_at desc, case_id desc limit {Likely}),
        newest as materialized (
            select case_id, category, area, masked_address, received_at from insight.case_row
            where desk is not null and not sealed and kind = @kind and merged_into is null and received_at >= @since and received_at <= @received
            order by received_at desc limit @newest),
        likely as (
            select case_id from newest n join insight.case_text t using (case_id)
            where (n.received_at, case_id) < (@received, @id)
              and (n.category = @category or n.area = @area or @category::text is null and @area::text is null or n.category is null and n.area is null)
            order by length(document) - length(ts_delete(document, @terms))
                + case when n.category = @category then 4 else 0 end + case when n.masked_address = @street then 4 else 0 end desc
            limit {Likely})
        select {Comparable.Columns}, coalesce(r.phone_hash = @phone, false) as same_citizen
        from (select case_id from own union select case_id from likely) as known
        join insight.case_row r using (case_id) join insight.case_text t using (case_id)
        where not t.erased
        """;

    /// <summary>The cases that may be the same matter.</summary>
    /// <param name="phoneHash">Of the citizen; null when there is none.</param>
    public async Task<IReadOnlyList<EarlierCase>> Of(Comparable asked, string? phoneHash, CancellationToken cancellationToken)
    {
        await using var command = Asking(asked, phoneHash);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<EarlierCase>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new EarlierCase(Comparable.Of(reader), reader.Value<bool>("same_citizen")));
        return found;
    }

    private NpgsqlCommand Asking(Comparable asked, string? phoneHash)
    {
        var (policy, full) = (city.Screening.Earlier, asked.Row.Full);
        var command = database.CreateCommand(Candidates);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", asked.Row.CaseId));
        command.Parameters.Add(new NpgsqlParameter<DateTime>("received", asked.Row.ReceivedAt));
        command.Parameters.Add(new NpgsqlParameter<DateTime>("since", asked.Row.ReceivedAt.AddDays(-policy.Days)));
        command.Parameters.Add(new NpgsqlParameter<DateTime>("own_since", asked.Row.ReceivedAt.AddDays(-policy.OwnDays)));
        command.Parameters.Add(new NpgsqlParameter<int>("newest", policy.Newest));
        command.Parameters.Add(new NpgsqlParameter<string>("kind", Words<CaseKind>.Write(full.Kind!.Value)));
        command.Parameters.Add(new NpgsqlParameter<string[]>("terms", [.. asked.Matter.Terms]));
        command.Parameters.Add(Text("phone", phoneHash));
        command.Parameters.Add(Text("category", full.Category));
        command.Parameters.Add(Text("area", full.Area));
        command.Parameters.Add(Text("street", full.Address));
        return command;
    }

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };
}
