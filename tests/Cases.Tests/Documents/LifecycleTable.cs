using System.Text;
using System.Text.Json;
using Hotline.Cases.Acting;
using Hotline.Cases.CaseFiles;
using Hotline.Cases.Tests.Deciding;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;

namespace Hotline.Cases.Tests.Documents;

/// <summary>Writes docs/LIFECYCLE.md: every act is done to a case in every state, and what came of it is written down.</summary>
internal static class LifecycleTable
{
    private static readonly string Head = $$"""
        # The life of a case

        States × acts × who × events × clocks, as the code has them: `tests/Cases.Tests` does every act to a case in every state and writes down what
        comes of it (`HOTLINE_ACCEPT_GOLDEN=1`). What is not listed is refused with `illegal-transition`, and whoever is not listed with `act-forbidden`.

        `POST /api/v1/cases/{number}/{act}`; offers are answered at `/api/v1/offers/{id}/…`, citizens are erased at `/api/v1/citizens/erasure`. Acts of
        *Hotline* are no one's to call; it visits and reopens for the citizen who answers by the link of a notice. Staff are operators, supervisors and administrators; *the desk* are staff while no unit has the case, or its citizen is
        to be called back. Who may is the table `Permissions.Of`, tried cell by cell against `tests/Cases.Tests/Deciding/Permissions.txt`.

        While a case waits (`pause`), only {{Names(Enum.GetValues<Act>().Where(Lifecycle.PermitsPaused))}} are possible; every other act answers `case-paused`.

        A case on the screening desk (`held`) answers `case-held` to what is done to a case once it is accepted: what was found is decided first, by `accept`, `decline` or `merge`.
        So does one whose citizen appeals against a refusal (`reopen`, once): accepted, the refusal is overturned; declined again, it stands.

        A merged case is answered with its lead case: what is not listed for `merged` answers `case-merged` and names the lead. Called back, it closes with outcome
        `merged` and its own answers; let down by the unit (redo) or reopened, it goes on by itself, handed to that unit. An incident closes with its reply.

        | act | state → state after | who | events | clocks |
        |---|---|---|---|---|
        | `POST /api/v1/cases` | → received<br>→ held | the channel that submits it<br>staff | `CaseReceived`<br>`CaseHeld` | {{Clocks(new CaseReceived("", "", "") { Case = Given.Received().Summary })}} |

        """;

    public static string Write()
    {
        var text = new StringBuilder(Head);
        foreach (var act in Enum.GetValues<Act>())
            text.Append(Row(act));
        return text.ToString();
    }

    private static string Row(Act act)
    {
        var done = Lifecycle.From(act).SelectMany(status => Do(act, status)).ToList();
        string Lines(IEnumerable<string> cells) => string.Join("<br>", cells.Where(cell => cell.Length > 0).Distinct());
        var unchanged = done.Where(one => one.From == one.To).Select(one => Word(one.From)).Distinct().ToList();
        var ways = done.Where(one => one.From != one.To).Select(one => $"{Word(one.From)} → {Word(one.To)}")
            .Concat(unchanged.Count == 0 ? [] : [$"unchanged: {string.Join(", ", unchanged)}"]);
        return $"| `{Lifecycle.NameOf(act)}` | {Lines(ways)} | {Lines(Readers.Of(Permissions.Of(act)))} "
            + $"| {Lines(done.SelectMany(one => one.Events).Select(one => $"`{CaseEventTypes.NameOf(one.GetType())}`"))} | {Lines(done.SelectMany(one => one.Events).Select(Clocks))} |\n";
    }

    private static IEnumerable<Done> Do(Act act, CaseStatus status)
    {
        foreach (var (before, command) in Ready(act, status).SelectMany(file => SampleAct.All(act, file).Select(command => (file, command))))
        {
            var decision = CaseDecisions.Decide(before, command, Given.City, Given.Monday.AddHours(1));
            if (decision.Error is not null)
                continue;
            var (events, after) = Stamping.Stamp(before.Summary.CaseId, before, decision.Events, command.By, Given.Monday.AddHours(1));
            yield return new Done(before, events, status, after.Status);
        }
    }

    // The three lines, what has more than its state behind it, and for acts that answer another act a case to which that was done.
    private static IEnumerable<CaseFile> Ready(Act act, CaseStatus status)
    {
        foreach (var kind in Enum.GetValues<CaseKind>())
        {
            foreach (var file in Variants(status, kind))
            {
                yield return act switch
                {
                    Act.Resume => After(file, Act.Pause),
                    Act.DecideExtension => After(file, Act.AskExtension),
                    Act.TakeBack => After(file, Act.MissDeadline),
                    Act.FinishAssist => After(file, Act.Attach),
                    Act.AnswerSupervision => After(file, Act.OpenSupervision),
                    _ => file,
                };
            }
        }
    }

    // As it comes; appealed against; answered with a lead case; sent back for rework.
    private static IEnumerable<CaseFile> Variants(CaseStatus status, CaseKind kind)
    {
        var file = Assisted(Given.A(status, kind));
        yield return file;
        if (status == CaseStatus.Held)
            yield return Given.After(Given.A(CaseStatus.Declined, kind), Given.Web, new AppealLodged("有新证据"));
        if (status is CaseStatus.AwaitingVisit or CaseStatus.Closed)
        {
            var follower = Given.After(Given.A(CaseStatus.Merged, kind), Given.Hotline, new CaseReplied(Given.Water, "已修复", [], Given.Lead));
            yield return status == CaseStatus.Closed ? Given.After(follower, Given.Operator, new CaseClosed(CloseOutcome.Merged)) : follower;
        }
        if (status == CaseStatus.InProgress)
            yield return Given.After(Given.A(CaseStatus.InReview, kind), Given.Supervisor, new ReworkOrdered(Given.Water, [AnswerFault.Completeness], "请说明何时修复"));
    }

    private static CaseFile Assisted(CaseFile file) => file.Lead is null
        ? file
        : file with { Summary = file.Summary with { Assisting = [UnitRef.Department("health")] } };

    private static CaseFile After(CaseFile file, Act act)
    {
        var command = SampleAct.Of(act, file);
        return Given.After(file, command.By, [.. CaseDecisions.Decide(file, command, Given.City, Given.Monday).Events]);
    }

    private static string Clocks(CaseEvent happened) => ClockRules.Of(happened) switch
    {
        null => "",
        { Turn: { } turn } => turn.Kind switch
        {
            ClockTurnKind.Pause => "all pause",
            ClockTurnKind.Resume => "all resume",
            ClockTurnKind.Extend => "handle: due later",
        },
        var mark => string.Join("; ", new[] { Set("starts", mark.Starts), Each("starts", mark.Assisting.Any()), Set("stops", mark.Stops), Each("stops", mark.Assisted is not null) }.Where(part => part.Length > 0)),
    };

    private static string Set(string verb, ClockSet clocks) =>
        clocks == ClockSet.None ? "" : clocks == ClockSet.All ? $"{verb} all" : $"{verb} {string.Join(", ", clocks.Names().Select(name => name.Word()))}";

    private static string Each(string verb, bool does) => does ? $"{verb} assist of the unit" : "";

    private static string Names(IEnumerable<Act> acts) => string.Join(", ", acts.Select(act => $"`{Lifecycle.NameOf(act)}`"));

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private sealed record Done(CaseFile Before, IReadOnlyList<CaseEvent> Events, CaseStatus From, CaseStatus To);
}
