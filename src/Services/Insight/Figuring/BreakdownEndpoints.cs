using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.Insight.Rows;
using Hotline.Insight.Saving;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;

namespace Hotline.Insight.Figuring;

/// <summary>Figures by unit, category, line and period, and their cases, over HTTP. Staff ask about everybody, units about themselves.</summary>
internal static class BreakdownEndpoints
{
    public static void MapBreakdown(this RouteGroupBuilder figures)
    {
        figures.MapGet("/", Figures)
            .WithName("readFigures")
            .WithSummary("Completion, satisfaction, response and solution with numerator, denominator and what was left out by cause, over the cases received from "
                + "a day to a day (both included); told apart by unit, category, kind, day, week or month, or of all of them together.")
            .Produces<FigureBreakdown>();
        figures.MapGet("/cases", Cases)
            .WithName("readFigureCases")
            .WithSummary("The cases behind a figure: its numerator, its denominator, or what was left out. The count is the figure's own.")
            .Produces<FigureCasePage>();
        figures.MapGet("/reply-times", Replies)
            .WithName("readReplyTimes")
            .WithSummary("How long citizens waited for their answer, from receipt: mean, median and ninth decile in minutes by the clock, told apart as the figures are.")
            .Produces<ReplyTimeList>();
    }

    private static async Task<IResult> Replies(
        HttpContext context, ReplyTimes times,
        Word<FigureBy>? by, UnitRef? unit, string? category, Word<CaseKind>? kind, DateOnly? from, DateOnly? to)
    {
        var asked = new FigureQuestion(unit, kind?.Value, category, from, to);
        return Narrowed(context.Caller(), asked, out _, out var question) is { } wrong
            ? wrong.ToResult()
            : TypedResults.Ok(new ReplyTimeList(await times.Read(by?.Value, question, context.RequestAborted)));
    }

    private static async Task<IResult> Figures(
        HttpContext context, Breakdown breakdown,
        Word<FigureBy>? by, UnitRef? unit, string? category, Word<CaseKind>? kind, DateOnly? from, DateOnly? to)
    {
        var asked = new FigureQuestion(unit, kind?.Value, category, from, to);
        return Narrowed(context.Caller(), asked, out _, out var question) is { } wrong
            ? wrong.ToResult()
            : TypedResults.Ok(new FigureBreakdown(await breakdown.Read(by?.Value, question, context.RequestAborted)));
    }

    private static async Task<IResult> Cases(
        HttpContext context, FigureCases cases, Word<FigureName> figure, Word<FigurePart> part, Word<ExclusionCause>? cause,
        UnitRef? unit, string? category, Word<CaseKind>? kind, DateOnly? from, DateOnly? to, string? cursor, int? limit)
    {
        var asked = new FigureQuestion(unit, kind?.Value, category, from, to);
        if (Narrowed(context.Caller(), asked, out var scope, out var question) is { } refusal)
            return refusal.ToResult();
        if (Paging.Read(cursor, limit, out var paging) is { } wrong)
            return wrong.ToResult();
        return TypedResults.Ok(await cases.Page(figure.Value, part.Value, cause?.Value, question, scope, paging, context.RequestAborted));
    }

    // A unit answers for itself: whatever it asks is about the cases it leads.
    private static Error? Narrowed(Caller caller, FigureQuestion asked, out Scope scope, out FigureQuestion question)
    {
        scope = Scope.Of(caller) ?? new Scope(null, false);
        question = asked with { Unit = asked.Unit ?? scope.Unit };
        if (Scope.Of(caller) is null)
            return ListErrors.Forbidden;
        return scope.Unit is { } own && question.Unit != own
            ? new Error(ErrorKind.Forbidden, "not-your-unit")
            : FilterRules.PeriodFault("to", asked.From, asked.To);
    }
}
