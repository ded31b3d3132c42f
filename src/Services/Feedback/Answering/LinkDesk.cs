using System.Text;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Feedback.Telling;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;

namespace Hotline.Feedback.Answering;

/// <summary>Lets a citizen answer by a link: token and code stand for the citizen, and the case has the last word.</summary>
internal sealed class LinkDesk(LinkBook book, LinkSecrets secrets, CaseDoor door, City city, TimeProvider time)
{
    private static readonly Actor Citizen = Actor.System("citizen-link");

    /// <summary>The link behind a token, if it still opens.</summary>
    public async Task<Outcome<Link>> Open(string token, CancellationToken cancellationToken)
    {
        if (await book.Find(token, cancellationToken) is not { } link)
            return LinkRules.Unknown;
        return LinkRules.Refusal(link, city.Visits.Link, time.GetUtcNow()) is { } refusal ? refusal : link;
    }

    /// <summary>The citizen answers the return visit.</summary>
    /// <param name="body">Without faults.</param>
    public Task<Outcome<CaseView>> Visit(string token, LinkAnswerRequest body, CancellationToken cancellationToken)
    {
        var answers = new VisitAnswers(true, body.Solved, body.Satisfied);
        var reason = city.Visits.Find(body.Reason);
        var comment = string.IsNullOrWhiteSpace(body.Comment) ? null : body.Comment.Trim();
        return Answer(
            token, body.Code!, asks => asks == LinkQuestion.Visit,
            (citizen, operation, link) => new VisitCase(citizen, operation, answers, reason?.Code, reason?.UnitAtFault ?? false, VisitWay.Link, comment, OfReply: link.At),
            cancellationToken);
    }

    /// <summary>The citizen opens the case again, or has a refusal reviewed.</summary>
    /// <param name="body">Without faults.</param>
    public Task<Outcome<CaseView>> Reopen(string token, LinkReopenRequest body, CancellationToken cancellationToken) => Answer(
        token, body.Code!, LinkRules.AsksToReopen, (citizen, operation, _) => new ReopenCase(citizen, operation, body.Reason!.Trim()), cancellationToken);

    /// <summary>Does to the case what the citizen wants, once.</summary>
    /// <param name="isAsked">Whether that was the question.</param>
    /// <param name="act">The act, by the citizen and under the operation id of the link: a lost answer is asked for again.</param>
    private async Task<Outcome<CaseView>> Answer(
        string token, string code, Predicate<LinkQuestion> isAsked, Func<Actor, Guid, Link, CaseAct> act, CancellationToken cancellationToken)
    {
        var opened = await Open(token, cancellationToken);
        if (!opened.Succeeded)
            return opened.Error;
        var link = opened.Value;
        if (!isAsked(link.Asks))
            return LinkRules.AsksOtherwise;
        var limit = city.Visits.Link.CodeTries;
        if (await book.Try(token, limit, cancellationToken) is not { } tries)
            return LinkRules.Locked;
        if (!secrets.IsCode(Digits(code), link.CaseId, link.Version))
            return LinkRules.WrongCode(limit - tries);

        await book.GiveBack(token, cancellationToken);
        var operation = Operation.IdFor("feedback.link", link.CaseId, link.Version);
        var outcome = await door(link.CaseId).Perform(act(Citizen, operation, link), cancellationToken);
        // The case went on, and the news of it is still on its way here.
        if (!outcome.Succeeded)
            return LinkRules.Over;
        await book.Close(token, time.GetUtcNow(), cancellationToken);
        return outcome;
    }

    // As people type it: with spaces, or in the wide digits of a Chinese keyboard.
    private static string Digits(string code) => string.Concat(code.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));
}
