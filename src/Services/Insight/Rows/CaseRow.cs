using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Insight.Projecting;
using Npgsql;

namespace Hotline.Insight.Rows;

/// <summary>A case row as it is read.</summary>
/// <param name="TurnAt">Where it stands in lists; <see cref="DateTime.MaxValue"/> stands for infinity: it waits.</param>
/// <param name="Near">Escalation has warned that it is due, or said that it is overdue.</param>
/// <param name="Desk">The desk it lies on, named like the worklist; null when the case is at its end.</param>
/// <param name="Handler">Who of the hotline worked on it last.</param>
/// <param name="Disputing">Units with a part in a dispute over the case.</param>
/// <param name="Full">Everything a list may show, to whoever may see it.</param>
internal sealed record CaseRow(Guid CaseId, DateTime ReceivedAt, DateTime TurnAt, bool Near, bool HideIdentity, string? Desk, string? Handler, IReadOnlyList<UnitRef> Disputing, CaseItem Full)
{
    /// <summary>What <see cref="Read"/> expects.</summary>
    public const string Columns = """
        r.case_id, r.number, r.version, r.status, r.kind, r.type, r.urgency, r.channel, r.category, r.title,
        r.masked_name, r.masked_phone, r.anonymous, r.hide_identity, r.enterprise, r.area, r.masked_address, r.lead, r.assisting, r.disputing, r.sealed,
        r.received_at, r.due_at, r.expected_at, r.turn_at, r.slow_minutes, r.overdue, r.closed_at, r.outcome, r.redos, r.paused_at, r.supervision_level, r.assists, r.merged_into, r.followers, r.incident_until, r.changed_at,
        r.desk, r.handler, case when r.assists is not null then r.clocks end as assist_clocks
        """;

    /// <summary>The same of a list whose work is due by another clock than the case's.</summary>
    public static string ColumnsBy(ListClock clock) => Columns
        .Replace("r.due_at", $"{clock.DueAt} as due_at", StringComparison.Ordinal)
        .Replace("r.expected_at", $"{clock.ExpectedAt} as expected_at", StringComparison.Ordinal)
        .Replace("r.turn_at", $"{clock.TurnAt} as turn_at", StringComparison.Ordinal)
        .Replace("r.overdue", $"{clock.Overdue} as overdue", StringComparison.Ordinal);

    /// <summary>Whether the unit has a part in the case: what <see cref="RowQuery.Involves"/> asks of the table.</summary>
    public bool Involves(UnitRef unit) => Full.Lead == unit || Full.Assisting!.Contains(unit) || Disputing.Contains(unit);

    /// <summary>The row as a caller may see it.</summary>
    public CaseItem For(Scope scope)
    {
        if (Full.Sealed && !scope.SeesSealed)
            return new CaseItem { Number = Full.Number, Sealed = true };
        // How a citizen stands is no business of units; identity may be hidden from the one that handles the case, never from the hotline itself.
        return scope.Unit is null ? Full : Full with { SlowerLane = null, Citizen = HideIdentity ? null : Full.Citizen };
    }

    public static CaseRow Read(NpgsqlDataReader row)
    {
        var near = row.Value<DateTime>("due_at") < DateTime.MaxValue;
        var (hidden, desk, handler) = (row.Value<bool>("hide_identity"), row.Text("desk"), row.Text("handler"));
        var disputing = row.Value<string[]>("disputing").Select(UnitRef.Parse).ToList();
        return new CaseRow(row.Value<Guid>("case_id"), row.Value<DateTime>("received_at"), row.Value<DateTime>("turn_at"), near, hidden, desk, handler, disputing, new CaseItem
        {
            Number = row.Value<string>("number"),
            Sealed = row.Value<bool>("sealed"),
            Version = row.Value<int>("version"),
            Status = row.Word<CaseStatus>("status"),
            Kind = row.Word<CaseKind>("kind"),
            Type = row.Word<CaseType>("type"),
            Urgency = row.Word<Urgency>("urgency"),
            Channel = row.Word<Channel>("channel"),
            Category = row.Text("category"),
            Title = row.Text("title"),
            Citizen = new CitizenItem(row.Text("masked_name"), row.Text("masked_phone"), row.Value<bool>("anonymous"), row.Text("enterprise")),
            Area = row.Text("area"),
            Address = row.Text("masked_address"),
            Lead = row.Text("lead") is { } lead ? UnitRef.Parse(lead) : null,
            Assisting = [.. row.Value<string[]>("assisting").Select(UnitRef.Parse)],
            ReceivedAt = row.Instant("received_at"),
            DueAt = DueAtOf(row, near),
            Overdue = row.Value<bool>("overdue"),
            ClosedAt = row.Instant("closed_at"),
            Outcome = row.Word<CloseOutcome>("outcome"),
            Redos = row.Value<int>("redos"),
            PausedAt = row.Instant("paused_at"),
            SupervisionLevel = row.Value<int?>("supervision_level"),
            Assists = AssistItem.Of(row.Text("assists"), row.Text("assist_clocks"), waits: row.Instant("paused_at") is not null),
            SlowerLane = row.Value<int>("slow_minutes") > 0 ? true : null,
            MergedInto = row.Text("merged_into"),
            Followers = row.Value<int>("followers"),
            IncidentUntil = row.Instant("incident_until"),
            ChangedAt = row.Instant("changed_at"),
        });
    }

    // Of several clocks the first counts, whether Escalation has told it already or the policy says it.
    private static DateTimeOffset? DueAtOf(NpgsqlDataReader row, bool near)
    {
        var told = near ? row.Instant("due_at") : null;
        var runs = row.Instant("paused_at") is null && NextDue.Runs(row.Word<CaseStatus>("status")!.Value, row.Word<CaseKind>("kind")!.Value);
        return runs && row.Instant("expected_at") is { } expected && !(told < expected) ? expected : told;
    }
}

/// <summary>Columns by name.</summary>
internal static class ReadingColumns
{
    public static T Value<T>(this NpgsqlDataReader row, string column) => row.GetFieldValue<T>(row.GetOrdinal(column));

    public static string? Text(this NpgsqlDataReader row, string column) =>
        row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetString(at);

    public static DateTimeOffset? Instant(this NpgsqlDataReader row, string column) => row.GetFieldValue<DateTimeOffset?>(row.GetOrdinal(column));

    public static T? Word<T>(this NpgsqlDataReader row, string column)
        where T : struct, Enum =>
        row.Text(column) is not { } word ? null
        : Words<T>.TryRead(word, out var value) ? value
        : throw new InvalidDataException($"Column {column} holds '{word}', which is no {typeof(T).Name}.");
}
