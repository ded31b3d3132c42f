using Hotline.Cities;
using Hotline.Cities.Screening;
using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Standing;

/// <summary>Reads how a citizen stands: what of the line's abuse was proven, as far as it still counts.</summary>
internal sealed class Standings(ReadDatabase reads, City city, TimeProvider clock)
{
    // Nobody reads further back; what no longer counts is at the end.
    private const int Most = 200;

    private static readonly string Entries = $"""
        select case when s.sealed then null else e.number end as number, e.finding, e.at, e.decided_by,
               (select min(a.at) from insight.standing_appeal a where a.case_id = e.case_id and a.version > e.version) as overturned_at
        from insight.case_row r join insight.standing_entry e on e.phone_hash = r.phone_hash
             left join insight.case_row s on s.case_id = e.case_id
        where r.case_id = @id and not r.sealed order by e.at desc, e.number, e.finding limit {Most}
        """;

    /// <summary>The standing of the citizen of a case; of one without a phone number, or in a sealed lane, nothing is told.</summary>
    public async Task<StandingView> Of(Guid caseId, CancellationToken cancellationToken)
    {
        await using var command = reads.Source.CreateCommand(Entries);
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", caseId));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var policy = city.Screening.Standing;
        var since = clock.GetUtcNow().AddDays(-policy.Days);
        var entries = new List<StandingEntry>();
        while (await row.ReadAsync(cancellationToken))
        {
            var (finding, at, overturned) = (row.Word<FindingKind>("finding")!.Value, row.Instant("at")!.Value, row.Instant("overturned_at"));
            var points = overturned is null && at > since ? policy.Points.GetValueOrDefault(finding) : 0;
            entries.Add(new StandingEntry(row.Text("number"), finding, points, at, row.Value<string>("decided_by"), overturned));
        }
        return StandingView.Of(entries, policy);
    }
}

/// <summary>How a citizen's matters are taken.</summary>
public enum StandingLevel
{
    /// <summary>As everybody's.</summary>
    Normal,

    /// <summary>After those of others; never not at all.</summary>
    Slow,
}

/// <summary>How a citizen stands.</summary>
/// <param name="Points">Of what counts today.</param>
/// <param name="SlowFrom">Points from which the slower lane is taken.</param>
/// <param name="Entries">What was found and upheld, the newest first.</param>
public sealed record StandingView(StandingLevel Level, int Points, int SlowFrom, IReadOnlyList<StandingEntry> Entries)
{
    internal static StandingView Of(IReadOnlyList<StandingEntry> entries, StandingPolicy policy)
    {
        var points = entries.Sum(entry => entry.Points);
        return new StandingView(points >= policy.SlowFrom ? StandingLevel.Slow : StandingLevel.Normal, points, policy.SlowFrom, entries);
    }
}

/// <summary>An upheld finding.</summary>
/// <param name="Number">The case; absent when its lane is sealed.</param>
/// <param name="Points">What it costs today: nothing when it is too old, was overturned, or its kind costs nothing.</param>
/// <param name="DecidedBy">Who upheld it.</param>
/// <param name="OverturnedAt">When an appeal took it away; absent otherwise.</param>
public sealed record StandingEntry(string? Number, FindingKind Finding, int Points, DateTimeOffset At, string DecidedBy, DateTimeOffset? OverturnedAt);
