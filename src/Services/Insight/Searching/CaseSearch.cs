using Hotline.Contracts.Cases;
using Hotline.Insight.Rows;
using Hotline.Ledger.Secrets;

namespace Hotline.Insight.Searching;

/// <summary>Finds cases, newest first.</summary>
/// <param name="zone">The city's: says when a day begins.</param>
internal sealed class CaseSearch(ReadDatabase reads, PhoneHash phones, TimeZoneInfo zone)
{
    // Read in a few milliseconds, and nearly always enough for a page of what is asked about often.
    private const int Newest = 10_000;

    /// <summary>A page of what was found, as far as the caller may see.</summary>
    /// <remarks>
    /// Words are looked for among the newest texts first. How often a word of Chinese occurs the database cannot guess: it takes its pairs of signs to be
    /// independent, expects a handful of texts and would fetch a hundred thousand. What is not found often among the newest is rare enough to be fetched.
    /// </remarks>
    public async Task<CasePage> Find(SearchQuestion question, Scope scope, Paging paging, CancellationToken cancellationToken)
    {
        if (question.Words.Text is null)
            return Page(await Read("insight.case_row r", "r"), scope);
        var newest = await Read($"""
            (select * from insight.case_text t{When(question, paging, "t")} order by t.received_at desc, t.case_id desc limit {Newest}) t
            join insight.case_row r using (case_id)
            """, "t");
        return Page(newest.More ? newest : await Read("insight.case_text t join insight.case_row r using (case_id)", "t"), scope);

        Task<(List<CaseRow> Rows, bool More)> Read(string source, string sort) =>
            Query(source, sort, question, scope, paging).Read(reads.Source, $"{sort}.received_at desc, {sort}.case_id desc", paging.Limit, cancellationToken);
    }

    private static CasePage Page((List<CaseRow> Rows, bool More) found, Scope scope) => CasePage.Of(found.Rows, found.More, scope);

    private RowQuery Query(string source, string sort, SearchQuestion question, Scope scope, Paging paging)
    {
        var query = scope.Narrow(new RowQuery(source));
        AddWords(query, question.Words);
        question.Filter.Narrow(query);
        if (question.Status is { } status)
            query.Where("r.status = @status", ("status", Words<CaseStatus>.Write(status)));
        if (!scope.SeesSealed)
            query.Where(SealedShown(question));
        // A unit that tries phone numbers would learn whose case it is, though the citizen stays hidden from it.
        if (scope.Unit is not null && question.Words.Phone is not null)
            query.Where(question.Words.Number is null ? "not r.hide_identity" : "(not r.hide_identity or r.number like @number)");
        foreach (var (condition, values) in Times(question, paging, sort))
            query.Where(condition, values);
        return query;
    }

    // The values come with the conditions of the whole query, which are the same.
    private string When(SearchQuestion question, Paging paging, string sort) =>
        string.Join(" and ", Times(question, paging, sort).Select(time => time.Condition)) is { Length: > 0 } conditions ? " where " + conditions : "";

    private IEnumerable<(string Condition, (string, object)[] Values)> Times(SearchQuestion question, Paging paging, string sort)
    {
        if (paging.After is { } after)
            yield return ($"({sort}.received_at, {sort}.case_id) < (@received, @id)", [("received", after.ReceivedAt), ("id", after.CaseId)]);
        if (question.Filter.ReceivedFrom is { } from)
            yield return ($"{sort}.received_at >= @from", [("from", StartOf(from))]);
        if (question.Filter.ReceivedTo is { } to)
            yield return ($"{sort}.received_at < @to", [("to", StartOf(to.AddDays(1)))]);
    }

    // Found by anything but its number, a sealed case would tell what it is about or who it is about.
    private static string SealedShown(SearchQuestion question) =>
        question is { Words.Number: not null, Status: null, Filter.Describes: false } ? "(not r.sealed or r.number like @number)" : "not r.sealed";

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

    private DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return DateTime.SpecifyKind(midnight - zone.GetUtcOffset(midnight), DateTimeKind.Utc);
    }
}
