using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Npgsql;

namespace Hotline.Insight.Projecting;

/// <summary>Puts the cases of citizens who stand badly into the slower lane, and takes them out again when an appeal says so.</summary>
internal sealed class SlowerLane(City city, TimeProvider clock)
{
    // Of nearly everybody there is no entry, and the join ends at once.
    private const string Move = """
        with standing as (
          select e.phone_hash, coalesce(sum(cost.points) filter (where e.at > @since and not exists (
              select from insight.standing_appeal a where a.case_id = e.case_id and a.version > e.version)), 0) as points
          from unnest(@citizens) as asked (phone_hash)
          join insight.standing_entry e using (phone_hash)
          left join unnest(@findings, @points) as cost (finding, points) on cost.finding = e.finding
          group by e.phone_hash),
        lane as (select phone_hash, case when points >= @slow_from then @slow_by else 0 end as minutes from standing)
        update insight.case_row r set slow_minutes = lane.minutes
        from lane where r.phone_hash = lane.phone_hash and r.slow_minutes <> lane.minutes
        """;

    /// <summary>The statement for changes that may move somebody; null when none does. It comes after those that write rows and standing.</summary>
    public NpgsqlBatchCommand? Write(IReadOnlyList<CaseChange> changes)
    {
        string[] citizens =
        [
            .. changes.Where(change => change is { Received: not null } or { Judgments.Count: > 0 } or { Appeals.Count: > 0 })
                .Select(change => change.Case.Citizen.PhoneHash).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        if (citizens.Length == 0)
            return null;
        var policy = city.Screening.Standing;
        return new NpgsqlBatchCommand(Move)
        {
            Parameters =
            {
                new NpgsqlParameter<string[]>("citizens", citizens),
                new NpgsqlParameter<string[]>("findings", [.. policy.Points.Keys.Select(Words<FindingKind>.Write)]),
                new NpgsqlParameter<int[]>("points", [.. policy.Points.Values]),
                new NpgsqlParameter<DateTime>("since", clock.GetUtcNow().AddDays(-policy.Days).UtcDateTime),
                new NpgsqlParameter<int>("slow_from", policy.SlowFrom),
                new NpgsqlParameter<int>("slow_by", (int)policy.SlowBy.TotalMinutes),
            },
        };
    }
}
