using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Hotline.Ledger.Secrets;

namespace Hotline.Insight.Searching;

/// <summary>Finds cases, newest first.</summary>
/// <param name="zone">The city's: says when a day begins.</param>
internal sealed class CaseSearch(ReadDatabase reads, PhoneHash phones, TimeZoneInfo zone)
{
    /// <summary>A page of what was found, as far as the caller may see.</summary>
    public async Task<CasePage> Find(SearchQuestion question, Scope scope, Paging paging, CancellationToken cancellationToken)
    {
        var byText = question.Words.Text is not null;
        var sort = byText ? "t" : "r";
        var query = scope.Narrow(new RowQuery(byText ? "insight.case_text t join insight.case_row r using (case_id)" : "insight.case_row r"));
        AddWords(query, question.Words);
        AddFilters(query, question, sort);
        if (!scope.SeesSealed)
            query.Where(SealedShown(question));
        if (paging.After is { } after)
            query.Where($"({sort}.received_at, {sort}.case_id) < (@received, @id)", ("received", after.ReceivedAt), ("id", after.CaseId));
        var (rows, more) = await query.Read(reads.Source, $"{sort}.received_at desc, {sort}.case_id desc", paging.Limit, cancellationToken);
        return CasePage.Of(rows, more, scope);
    }

    // Found by anything but its number, a sealed case would tell what it is about or who it is about.
    private static string SealedShown(SearchQuestion question) =>
        question is { Words.Number: not null, Kind: null, Status: null, Category: null, Unit: null } ? "(not r.sealed or r.number like @number)" : "not r.sealed";

    private void AddWords(RowQuery query, SearchWords words)
    {
        if (words.Text is { } text)
            query.Where("t.document @@ @words::tsquery", ("words", text));
        else if (words is { Number: { } either, Phone: { } or })
            query.Where("(r.number like @number or r.phone_hash = @phone)", ("number", either + "%"), ("phone", phones.Of(or)));
        else if (words.Number is { } number)
            query.Where("r.number like @number", ("number", number + "%"));
        else if (words.Phone is { } phone)
            query.Where("r.phone_hash = @phone", ("phone", phones.Of(phone)));
    }

    private void AddFilters(RowQuery query, SearchQuestion question, string sort)
    {
        if (question.Kind is { } kind)
            query.Where("r.kind = @kind", ("kind", Words<CaseKind>.Write(kind)));
        if (question.Status is { } status)
            query.Where("r.status = @status", ("status", Words<CaseStatus>.Write(status)));
        if (question.Category is { } category)
            query.Where("(r.category = @category or starts_with(r.category, @category || '.'))", ("category", category));
        if (question.Unit is { } unit)
            query.Where("(r.lead = @handler or (r.assisting @> array[@handler] and r.assisting <> '{}'))", ("handler", unit.ToString()));
        if (question.From is { } from)
            query.Where($"{sort}.received_at >= @from", ("from", StartOf(from)));
        if (question.To is { } to)
            query.Where($"{sort}.received_at < @to", ("to", StartOf(to.AddDays(1))));
    }

    private DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return DateTime.SpecifyKind(midnight - zone.GetUtcOffset(midnight), DateTimeKind.Utc);
    }
}
