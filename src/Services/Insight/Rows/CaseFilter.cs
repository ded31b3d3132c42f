using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Insight.Rows;

/// <summary>Which cases of a list are wanted; what is absent does not matter.</summary>
public sealed record CaseFilter
{
    public CaseKind? Kind { get; init; }
    public CaseType? Type { get; init; }
    public Urgency? Urgency { get; init; }

    /// <summary>A category with all below it: <c>utilities</c> finds <c>utilities.water.quality</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Unit that leads or assists.</summary>
    public UnitRef? Unit { get; init; }

    /// <summary>Area code of the city.</summary>
    public string? Area { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>First day of receipt, in the city's calendar.</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>Last day of receipt.</summary>
    public DateOnly? ReceivedTo { get; init; }

    /// <summary>Asks for more than a period. Found by it, a sealed case would tell what it is about.</summary>
    internal bool Describes => (Kind, Type, Urgency, Category, Unit, Area, Channel) is not (null, null, null, null, null, null, null);

    /// <summary>This filter, and what it leaves open as the other has it.</summary>
    internal CaseFilter Or(CaseFilter other) => new()
    {
        Kind = Kind ?? other.Kind,
        Type = Type ?? other.Type,
        Urgency = Urgency ?? other.Urgency,
        Category = Category ?? other.Category,
        Unit = Unit ?? other.Unit,
        Area = Area ?? other.Area,
        Channel = Channel ?? other.Channel,
        ReceivedFrom = ReceivedFrom ?? other.ReceivedFrom,
        ReceivedTo = ReceivedTo ?? other.ReceivedTo,
    };

    /// <summary>Narrows a query over <c>insight.case_row r</c>, the period left out.</summary>
    internal RowQuery Narrow(RowQuery query)
    {
        Where(query, "r.kind = @kind", "kind", Kind is { } kind ? Words<CaseKind>.Write(kind) : null);
        Where(query, "r.type = @type", "type", Type is { } type ? Words<CaseType>.Write(type) : null);
        Where(query, "r.urgency = @urgency", "urgency", Urgency is { } urgency ? Words<Urgency>.Write(urgency) : null);
        Where(query, "(r.category = @category or starts_with(r.category, @category || '.'))", "category", Category);
        Where(query, "(r.lead = @handler or (r.assisting @> array[@handler] and r.assisting <> '{}'))", "handler", Unit?.ToString());
        Where(query, "r.area = @area", "area", Area);
        Where(query, "r.channel = @channel", "channel", Channel is { } channel ? Words<Channel>.Write(channel) : null);
        return query;
    }

    /// <summary>Narrows a query to the period. The day decides; the instant, a day wider for every time zone, is what the rows are indexed by.</summary>
    internal RowQuery NarrowToPeriod(RowQuery query)
    {
        Where(query, "r.received_day >= @from and r.received_at >= (@from - 1)::timestamp at time zone 'UTC'", "from", ReceivedFrom);
        Where(query, "r.received_day <= @to and r.received_at < (@to + 2)::timestamp at time zone 'UTC'", "to", ReceivedTo);
        return query;
    }

    private static void Where(RowQuery query, string condition, string name, object? value)
    {
        if (value is not null)
            query.Where(condition, (name, value));
    }
}
