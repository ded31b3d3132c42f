using System.Collections.Immutable;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Dispatch.Delivering;

/// <summary>Which department is told what of an event. Pure.</summary>
internal static class News
{
    public const string Dispatched = "dispatched";
    public const string Attached = "attached";
    public const string Returned = "returned";
    public const string Taken = "withdrawn-from-unit";
    public const string Closed = "closed";
    public const string Merged = "merged";

    /// <summary>Tells the next event of a case.</summary>
    /// <exception cref="ArgumentException">The event is not the next one.</exception>
    public static Told Tell(CaseFeed feed, ICaseEvent next)
    {
        if (next.Version != feed.Version + 1)
            throw new ArgumentException($"version {next.Version} does not follow {feed.Version}", nameof(next));
        var after = feed with { Version = next.Version };
        return next switch
        {
            CaseDispatched dispatched => HandOver(after, dispatched),
            UnitAttached attached => Attach(after, attached),
            AssistFinished done => Spread(after, next, "assist-finished") with { Changes = [new HandOverChange.Acknowledged(done.Unit.Code)] },
            CaseReturned returned => Stop(Spread(after, next, Returned), [returned.Unit.Code], Returned),
            DisputeOpened opened => Spread(Join(after, opened), next, "dispute-opened"),
            StatementGiven => Spread(after, next, "statement-given"),
            RulingGiven => Spread(after, next, "ruling-given"),
            CaseTakenBack taken => Stop(Spread(after, next, Taken), [taken.Unit.Code], Taken),
            CaseSigned signed => Spread(after, next, "signed") with { Changes = [new HandOverChange.Acknowledged(signed.Unit.Code)] },
            CitizenContacted => Spread(after, next, "contacted"),
            CaseRecategorized => Spread(after, next, "recategorized"),
            CasePaused => Spread(after, next, "paused"),
            CaseResumed => Spread(after, next, "resumed"),
            ExtensionGranted => Spread(after, next, "extension-granted"),
            ExtensionRefused => Spread(after, next, "extension-refused"),
            CitizenAsked => Spread(after, next, "citizen-asked"),
            FileAdded => Spread(after, next, "file-added"),
            InformationAdded => Spread(after, next, "information-added"),
            AnswerSubmitted => Spread(after, next, "answer-in-review"),
            ReworkOrdered => Spread(after, next, "rework-ordered"),
            CaseReplied => Spread(after, next, "replied"),
            CaseMerged => StopAll(Spread(after, next, Merged), Merged),
            ReporterJoined => Spread(after, next, "reporter-joined"),
            ReporterLeft => Spread(after, next, "reporter-left"),
            VisitRecorded => Spread(after, next, "visited"),
            RedoOrdered => Spread(after, next, "redo-ordered"),
            CaseWithdrawn => Spread(after, next, "withdrawn"),
            // Whoever had a case when it was closed gets it back when it is opened again, so it goes on hearing of it.
            CaseClosed => Each(Leave(Spread(after, next, Closed)), one => new HandOverChange.Ended(one, Closed)),
            CitizenErased => Spread(after, next, "citizen-erased"),
            CaseReopened => Each(Spread(after, next, "reopened"), one => new HandOverChange.Resumed(one)),
            DeadlineApproached warned => ToUnit(after, next, "deadline-approached", warned.Unit),
            DeadlineMoved moved => ToUnit(after, next, "deadline-moved", moved.Unit),
            DeadlineMissed missed => ToUnit(after, next, "deadline-missed", missed.Unit),
            SupervisionOpened supervised => ToUnit(after, next, "supervision-opened", supervised.Unit),
            _ => new Told(after, [], []),
        };
    }

    private static Told HandOver(CaseFeed feed, CaseDispatched dispatched)
    {
        var wanted = dispatched.Assisting.Select(unit => (unit, Role: HandOverRole.Assisting))
            .Prepend((unit: dispatched.Lead, Role: HandOverRole.Lead))
            .Where(one => one.unit.Kind == UnitKind.Department)
            .DistinctBy(one => one.unit.Code)
            .ToImmutableDictionary(one => one.unit.Code, one => one.Role);

        string[] taken = [.. feed.Subscribers.Where(one => one.Hears && !wanted.ContainsKey(one.Department)).Select(one => one.Department)];
        var ended = Stop(Spread(feed, dispatched, Taken, taken.Contains), taken, Taken);
        var begun = wanted.Keys.Order(StringComparer.Ordinal)
            .Aggregate(ended.After, (before, code) => Subscribe(before, code, wanted[code], dispatched.Round));
        var told = Spread(begun, dispatched, Dispatched, wanted.ContainsKey);
        return told with
        {
            News = [.. ended.News, .. told.News.Select(one => one with { Round = dispatched.Round })],
            Changes = [.. ended.Changes, .. told.News.Select(one => new HandOverChange.Began(one.Department, dispatched.Round, one.Role))],
        };
    }

    /// <summary>Everybody hears who assists now; to the unit itself it is a hand-over like the first.</summary>
    private static Told Attach(CaseFeed feed, UnitAttached attached)
    {
        if (attached.Unit.Kind != UnitKind.Department)
            return Spread(feed, attached, Attached);
        var told = Spread(Subscribe(feed, attached.Unit.Code, HandOverRole.Assisting, attached.Round), attached, Attached);
        return told with
        {
            News = [.. told.News.Select(one => one.Department == attached.Unit.Code ? one with { Round = attached.Round } : one)],
            Changes = [new HandOverChange.Began(attached.Unit.Code, attached.Round, HandOverRole.Assisting)],
        };
    }

    /// <summary>Who is in dispute, and who rules, hears of the case until somebody is handed it.</summary>
    private static CaseFeed Join(CaseFeed feed, DisputeOpened opened)
    {
        var joined = opened.Units.Aggregate(feed, (before, unit) => Subscribe(before, unit.Code, HandOverRole.Disputing));
        return opened.Body is { } body ? Subscribe(joined, body.Code, HandOverRole.Ruling) : joined;
    }

    /// <summary>A dispute ends with its case; whoever was only in dispute does not get it back when it is opened again.</summary>
    private static Told Leave(Told told) => told with
    {
        After = told.After with
        {
            Subscribers = [.. told.After.Subscribers.Select(one => one.Role is HandOverRole.Disputing or HandOverRole.Ruling ? one with { Hears = false } : one)],
        },
    };

    private static CaseFeed Subscribe(CaseFeed feed, string department, HandOverRole role, int? round = null)
    {
        var known = feed.Subscribers.FirstOrDefault(one => one.Department == department);
        var hears = new Subscriber(department, role, round ?? known?.Round ?? 0, known?.Sequence ?? 0, Hears: true);
        return feed with { Subscribers = known is null ? feed.Subscribers.Add(hears) : feed.Subscribers.Replace(known, hears) };
    }

    /// <summary>Clocks of the desk and of merchants are no business of departments.</summary>
    private static Told ToUnit(CaseFeed feed, ICaseEvent told, string name, UnitRef? unit) =>
        Spread(feed, told, name, department => unit is { Kind: UnitKind.Department } one && one.Code == department);

    private static Told Spread(CaseFeed feed, ICaseEvent told, string name, Predicate<string>? to = null)
    {
        var news = ImmutableArray.CreateBuilder<FeedNews>();
        var subscribers = feed.Subscribers;
        foreach (var one in feed.Subscribers.Where(one => one.Hears && (to is null || to(one.Department))))
        {
            var numbered = one with { Sequence = one.Sequence + 1 };
            subscribers = subscribers.Replace(one, numbered);
            news.Add(new FeedNews(one.Department, numbered.Sequence, name, one.Role, Round: null, told));
        }
        return new Told(feed with { Subscribers = subscribers }, news.ToImmutable(), []);
    }

    private static Told Stop(Told told, IReadOnlyCollection<string> departments, string how) => told with
    {
        After = told.After with
        {
            Subscribers = [.. told.After.Subscribers.Select(one => departments.Contains(one.Department) ? one with { Hears = false } : one)],
        },
        Changes = [.. departments.Select(one => new HandOverChange.Ended(one, how))],
    };

    private static Told StopAll(Told told, string how) => Stop(told, [.. told.News.Select(one => one.Department)], how);

    private static Told Each(Told told, Func<string, HandOverChange> change) =>
        told with { Changes = [.. told.News.Select(news => change(news.Department))] };
}
