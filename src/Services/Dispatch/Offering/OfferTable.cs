using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Npgsql;
using NpgsqlTypes;
using static Hotline.Hosting.Database.Parameter;

namespace Hotline.Dispatch.Offering;

/// <summary>SQL of the offers.</summary>
internal sealed class OfferTable(NpgsqlDataSource database)
{
    private const string Columns =
        "offer_id, case_id, number, merchant, round, cascade, state, version, made_at, expires_at, scheduled_for, price, summary";

    /// <summary>Writes a plan down, or gives back the one that an earlier attempt at the same act wrote.</summary>
    public async Task<Offer> Plan(Offer plan, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Insert(plan));
        batch.BatchCommands.Add(Query("offer_id = $1", plan.OfferId));
        return (await Read(batch, cancellationToken)).Single();
    }

    public async Task<Offer?> Find(Guid offerId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Query("offer_id = $1", offerId));
        return (await Read(batch, cancellationToken)).SingleOrDefault();
    }

    public async Task<List<Offer>> OfCase(CaseId caseId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Query("case_id = $1 order by made_at", caseId.Value));
        return await Read(batch, cancellationToken);
    }

    /// <summary>What a merchant is asked, has to do, or waits to hear of; what is due first comes first.</summary>
    public async Task<List<Offer>> CurrentOf(UnitRef merchant, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Query(
            "merchant = $1 and state in ('open', 'accepted', 'done') order by state = 'open' desc, coalesce(scheduled_for, expires_at), offer_id limit 500",
            merchant.Code));
        return await Read(batch, cancellationToken);
    }

    /// <summary>A row for a job that a person gave to a merchant without asking.</summary>
    public async Task Insert(Offer offer, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Insert(offer));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Moves offers of a case, unless a later event moved them already; facts that came late are kept all the same.</summary>
    public async Task Move(OfferMove move, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Update(move));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The citizen was erased: offers show the case as it is since.</summary>
    public async Task Forget(CaseSummary erased, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update dispatch.offer set summary = $2, version = greatest(version, $3) where case_id = $1");
        command.Parameters.Add(Id(erased.CaseId.Value));
        command.Parameters.Add(Jsonb(erased));
        command.Parameters.Add(Whole(erased.Version));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Moves the offer and answers how it stands then.</summary>
    public async Task<Offer?> MoveOne(OfferMove move, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Update(move));
        batch.BatchCommands.Add(Query("offer_id = $1", move.OfferId!));
        return (await Read(batch, cancellationToken)).SingleOrDefault();
    }

    private static NpgsqlBatchCommand Update(OfferMove move) => new(
        """
        update dispatch.offer set
            state = case when version < $3 then $4 else state end,
            summary = case when version < $3 then $5 else summary end,
            version = greatest(version, $3),
            scheduled_for = coalesce($6, scheduled_for),
            price = coalesce($7, price)
        where case_id = $1 and ($2::uuid is null or offer_id = $2) and state = any ($8)
        and ($9::text is null or merchant = $9) and ($10::text is null or merchant <> $10)
        """)
    {
        Parameters =
        {
            Id(move.Case.CaseId.Value),
            Id(move.OfferId),
            Whole(move.Case.Version),
            Text(Word(move.To)),
            Jsonb(move.Case),
            At(move.ScheduledFor),
            Amount(move.Price),
            new NpgsqlParameter<string[]> { TypedValue = [.. move.From.Select(Word)] },
            Text(move.Of?.Code),
            Text(move.NotOf?.Code),
        },
    };

    /// <summary>The case did not agree to a planned offer.</summary>
    public async Task Void(Guid offerId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update dispatch.offer set state = 'void' where offer_id = $1 and state = 'planned'");
        command.Parameters.Add(Id(offerId));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads offers that a query over <see cref="Query"/>'s columns returns, in the last result of the batch.</summary>
    internal static async Task<List<Offer>> Read(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var offers = new List<Offer>();
        do
        {
            while (await reader.ReadAsync(cancellationToken))
                offers.Add(Row(reader));
        }
        while (await reader.NextResultAsync(cancellationToken));
        return offers;
    }

    internal static NpgsqlBatchCommand Query(string where, object value) =>
        new($"select {Columns} from dispatch.offer where {where}") { Parameters = { new NpgsqlParameter { Value = value } } };

    private static Offer Row(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        new CaseId(reader.GetGuid(1)),
        reader.GetString(2),
        UnitRef.Merchant(reader.GetString(3)),
        reader.GetInt32(4),
        reader.GetInt32(5),
        Enum.Parse<OfferState>(reader.GetString(6), ignoreCase: true),
        reader.GetInt32(7),
        reader.GetFieldValue<DateTimeOffset>(8),
        reader.GetFieldValue<DateTimeOffset>(9),
        reader.IsDBNull(10) ? null : reader.GetFieldValue<DateTimeOffset>(10),
        reader.IsDBNull(11) ? null : reader.GetDecimal(11),
        JsonSerializer.Deserialize<CaseSummary>(reader.GetString(12), CaseJson.Options)!);

    private static NpgsqlBatchCommand Insert(Offer offer) => new(
        """
        insert into dispatch.offer (offer_id, case_id, number, merchant, round, cascade, state, version, made_at, expires_at, look_at, summary)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11) on conflict (offer_id) do nothing
        """)
    {
        Parameters =
        {
            Id(offer.OfferId),
            Id(offer.CaseId.Value),
            Text(offer.Number),
            Text(offer.Merchant.Code),
            Whole(offer.Round),
            Whole(offer.Cascade),
            Text(Word(offer.State)),
            Whole(offer.Version),
            At(offer.MadeAt),
            At(offer.ExpiresAt),
            Jsonb(offer.Summary),
        },
    };

    private static NpgsqlParameter Jsonb(CaseSummary summary) =>
        new() { Value = JsonSerializer.Serialize(summary, CaseJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static string Word(OfferState state) => state.ToString().ToLowerInvariant();
}

/// <summary>A move of offers that follows from an event.</summary>
/// <param name="Case">The case after it.</param>
/// <param name="OfferId">The offer it is about; null for all of the case.</param>
/// <param name="Of">Only this merchant's.</param>
/// <param name="NotOf">Everybody's but this merchant's.</param>
internal sealed record OfferMove(
    CaseSummary Case,
    IReadOnlyList<OfferState> From,
    OfferState To,
    Guid? OfferId = null,
    UnitRef? Of = null,
    UnitRef? NotOf = null,
    DateTimeOffset? ScheduledFor = null,
    decimal? Price = null);
