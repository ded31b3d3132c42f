using Hotline.Insight.Rows;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Insight.Listing;

/// <summary>Reads worklists: what is due first, then what is oldest; the slower lane after its delay, and what waits at the end.</summary>
internal sealed class Worklists(ReadDatabase reads, OwnWork own)
{
    /// <summary>A page of a list, as far as the caller may see.</summary>
    public async Task<CasePage> Page(
        Worklist list, CaseFilter filter, Caller caller, Scope scope, Paging paging, CancellationToken cancellationToken)
    {
        var query = scope.Narrow(new RowQuery("insight.case_row r").Where(list.Condition));
        if (list == Worklist.Mine && scope.Unit is null)
            query.Where("r.handler = @subject", ("subject", caller.Subject));
        if (list.Owners is { } owners && scope.Unit is not null)
            query.Where($"@unit = any({owners.Sql})");
        filter.NarrowToPeriod(filter.Narrow(query));
        if (filter.Describes && !scope.SeesSealed)
            query.Where("not r.sealed");
        var clock = list.Clock(scope.Unit is null ? "''" : "@unit");
        if (paging.After is { } after)
            query.Where($"({clock.TurnAt}, r.received_at, r.case_id) > (@turn, @received, @id)", ("turn", after.TurnAt), ("received", after.ReceivedAt), ("id", after.CaseId));
        var (rows, more) = await query.Read(
            reads.Source, $"{clock.TurnAt}, r.received_at, r.case_id", paging.Limit, cancellationToken, CaseRow.ColumnsBy(clock));
        return CasePage.Of(rows, more, scope);
    }

    /// <summary>How many cases lie on each list, as far as the caller may see.</summary>
    public async Task<WorklistCounts> Counts(Caller caller, Scope scope, CancellationToken cancellationToken) =>
        Counts(await DeskCounts.Read(reads.Source, [(caller, scope)], cancellationToken), caller, scope);

    /// <summary>The same of counts that were read for several callers.</summary>
    public WorklistCounts Counts(DeskCounts counts, Caller caller, Scope scope) => counts.For(caller, scope, own.Of(caller));
}
