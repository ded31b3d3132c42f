using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Feedback.Telling;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;
using Hotline.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hotline.Feedback.Answering.Page;

/// <summary>The page behind the link of a notice: a plain form, so that any telephone can show it. It needs no cookie – the code is what nobody else has – and
/// does what the API does.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class VisitModel(LinkDesk desk, City city, ErrorTexts errors) : PageModel
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    [BindProperty(Name = "solved")]
    public bool? Solved { get; set; }

    [BindProperty(Name = "satisfied")]
    public Satisfaction? Satisfied { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    [BindProperty(Name = "comment")]
    public string? Comment { get; set; }

    public VisitTexts Texts => VisitTexts.In(Language.Of(Request));

    public string CityName => city.Profile.HotlineName.In(Culture);

    /// <summary>What is asked; null when the link does not open.</summary>
    public LinkView? Asked { get; private set; }

    /// <summary>Why it does not.</summary>
    public ErrorText? Refused { get; private set; }

    /// <summary>What is wrong with the answer.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>What became of the case; null until it was answered.</summary>
    public string? Thanks { get; private set; }

    public string? SatisfiedWord => Satisfied is { } answer ? Word.Of(answer) : null;

    public string Until => string.Format(Culture, Texts.Until, city.Profile.LocalTime(Asked!.ExpiresAt));

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Texts.Language);

    public async Task OnGet(string token, CancellationToken cancellationToken)
    {
        var opened = await desk.Open(token, cancellationToken);
        if (opened.Succeeded)
            Asked = LinkView.Of(opened.Value, city, Culture);
        else
            Show(opened.Error);
    }

    public async Task OnPost(string token, CancellationToken cancellationToken)
    {
        await OnGet(token, cancellationToken);
        if (Asked is null)
            return;
        var (faults, answered) = Asked.Asks == LinkQuestion.Visit
            ? await Visit(new LinkAnswerRequest(Code, Solved, Satisfied, Reason, Comment), token, cancellationToken)
            : await Reopen(new LinkReopenRequest(Code, Reason), token, cancellationToken);
        if (faults.Count > 0)
            Show(faults);
        else if (answered is { Succeeded: true } done)
            Thanks = string.Format(Culture, done.Value.Case.Status == CaseStatus.Closed ? Texts.Closed : Texts.GoesOn, done.Value.Case.Number);
        else
            await Explain(answered!.Value.Error!, token, cancellationToken);
    }

    private async Task<(IReadOnlyList<Error> Faults, Outcome<CaseView>? Answered)> Visit(LinkAnswerRequest body, string token, CancellationToken cancellationToken) =>
        body.Faults(city.Visits) is { Count: > 0 } faults ? (faults, null) : ([], await desk.Visit(token, body, cancellationToken));

    private async Task<(IReadOnlyList<Error> Faults, Outcome<CaseView>? Answered)> Reopen(LinkReopenRequest body, string token, CancellationToken cancellationToken) =>
        body.Faults() is { Count: > 0 } faults ? (faults, null) : ([], await desk.Reopen(token, body, cancellationToken));

    // A wrong code may be tried again, unless it was the last try; everything else ends the link.
    private async Task Explain(Error error, string token, CancellationToken cancellationToken)
    {
        Asked = null;
        await OnGet(token, cancellationToken);
        if (Asked is null)
            return;
        if (error.Kind == ErrorKind.Forbidden)
            Show([error]);
        else
            Show(error);
    }

    private void Show(Error error)
    {
        (Asked, Refused) = (null, errors.Find(error.Code, Texts.Language));
        Refused = Refused is null ? null : Refused with { Detail = Refused.DetailWith(error.Arguments ?? []) };
        Response.StatusCode = ProblemMapping.Status(error.Kind);
    }

    private void Show(IReadOnlyList<Error> faults)
    {
        Faults = [.. faults.Select(fault => Named(fault) + (errors.Find(fault.Code, Texts.Language) is { } text ? text.DetailWith(fault.Arguments ?? []) ?? text.Title : fault.Code))];
        Response.StatusCode = ProblemMapping.Status(faults[0].Kind);
    }

    private string Named(Error fault) => fault.Field switch
    {
        "code" => Texts.Code + ": ",
        "solved" => Texts.Solved + " ",
        "satisfied" => Texts.Satisfied + " ",
        "reason" => (Asked!.Asks == LinkQuestion.Visit ? Texts.Reason : Texts.Why) + ": ",
        "comment" => Texts.Comment + ": ",
        _ => "",
    };
}
