using System.Globalization;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Insight.Rows;
using Microsoft.AspNetCore.WebUtilities;

namespace Hotline.Insight.Figuring;

/// <summary>By what figures are told apart.</summary>
public enum FigureBy
{
    /// <summary>Unit that leads now, or whose visit or deadline it was; cases without one are left out.</summary>
    Unit,

    /// <summary>Category, one level below the one that is asked for, each with all below it.</summary>
    Category,

    /// <summary>The three lines.</summary>
    Kind,

    /// <summary>Day of receipt, in the city's calendar.</summary>
    Day,

    /// <summary>Week of receipt, from Monday.</summary>
    Week,

    /// <summary>Month of receipt.</summary>
    Month,
}

/// <summary>Over which cases figures are asked.</summary>
/// <param name="Unit">Led by it now; and of visits and deadlines, those that were its own.</param>
/// <param name="Kind">Of this line.</param>
/// <param name="Category">Of this category or below; <see cref="NoCategory"/> for those that have none yet.</param>
/// <param name="From">First day of receipt, in the city's calendar.</param>
/// <param name="To">Last day of receipt.</param>
internal sealed record FigureQuestion(UnitRef? Unit, CaseKind? Kind, string? Category, DateOnly? From, DateOnly? To)
{
    /// <summary>Stands for "without category".</summary>
    public const string NoCategory = "-";

    /// <summary>The question about one group of the answer: what its cases are opened by.</summary>
    public FigureQuestion Of(FigureBy? by, string? key) => by is not { } word ? this : word switch
    {
        FigureBy.Unit => this with { Unit = UnitRef.Parse(key!) },
        FigureBy.Kind => this with { Kind = Words<CaseKind>.TryRead(key!, out var kind) ? kind : null },
        FigureBy.Category => this with { Category = key ?? NoCategory },
        FigureBy.Day => Within(Day(key!), Day(key!)),
        FigureBy.Week => Within(Day(key!), Day(key!).AddDays(6)),
        FigureBy.Month => Within(Day(key!), Day(key!).AddMonths(1).AddDays(-1)),
    };

    /// <summary>SQL of the unit whose figures are asked.</summary>
    public string OfUnit => Unit is null ? FigureRules.City : "@unit";

    /// <summary>Narrows a query over <c>insight.case_row r</c> to the cases that the unit has a part in, whoever leads them now.</summary>
    public RowQuery NarrowToPart(RowQuery query)
    {
        if (Unit is { } unit)
            query.Where("(r.lead = @unit or r.others <> '{}' and r.others @> array[@unit])", ("unit", unit.ToString()));
        return (this with { Unit = null }).Narrow(query);
    }

    /// <summary>Narrows a query over <c>insight.case_row r</c> to the cases that the unit leads now.</summary>
    public RowQuery Narrow(RowQuery query)
    {
        if (Unit is { } unit)
            query.Where("r.lead = @unit", ("unit", unit.ToString()));
        if (Category == NoCategory)
            query.Where("r.category is null");
        var filter = new CaseFilter { Kind = Kind, Category = Category == NoCategory ? null : Category, ReceivedFrom = From, ReceivedTo = To };
        return filter.NarrowToPeriod(filter.Narrow(query));
    }

    /// <summary>Where a figure of these cases is opened; the part is still to be named.</summary>
    public string Address(FigureName figure) => QueryHelpers.AddQueryString("/api/v1/figures/cases", new Dictionary<string, string?>
    {
        ["figure"] = Words<FigureName>.Write(figure),
        ["unit"] = Unit?.ToString(),
        ["kind"] = Kind is { } kind ? Words<CaseKind>.Write(kind) : null,
        ["category"] = Category,
        ["from"] = From?.ToString("O", CultureInfo.InvariantCulture),
        ["to"] = To?.ToString("O", CultureInfo.InvariantCulture),
    });

    private static DateOnly Day(string key) => DateOnly.ParseExact(key, "O", CultureInfo.InvariantCulture);

    private FigureQuestion Within(DateOnly first, DateOnly last) =>
        this with { From = From > first ? From : first, To = To < last ? To : last };
}
