using Hotline.Cases.CaseFiles;
using Hotline.Cities;
using Hotline.Cities.Categories;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.Contracts.Units;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Disputing;

/// <summary>职能交叉: opened, argued, ruled on. What is said goes to other units, so that numbers of people in it are masked.</summary>
internal static class DisputeDecisions
{
    public static Decision Decide(CaseFile file, OpenDispute act, City city)
    {
        var opened = Disputes.Open(file, city, act.Units.Cast<UnitRef?>(), Privacy.Masked(file, act.Reason));
        // Taken back, not returned: nobody has said yet whose it should be.
        return opened.Units.Count > 0 ? opened : Error.Invalid("units", "required");
    }

    public static Decision Decide(CaseFile file, GiveStatement act) => new StatementGiven(act.By.Unit!.Value, Privacy.Masked(file, act.Text), act.LegalBasis);

    /// <summary>The ruling hands the case over in the same act: nobody has to read it first and then do what it says.</summary>
    public static Decision Decide(CaseFile file, GiveRuling act, City city, DateTimeOffset now)
    {
        var today = city.Calendar.LocalDate(now);
        var scope = act.Rule is { } draft
            ? new RulingScope(draft.Category ?? file.Summary.Category ?? "", draft.Area, draft.From ?? today, draft.Until)
            : null;
        if (scope is not null && Fault(scope, file.Summary, city, today) is { } fault)
            return fault;

        var reasons = Privacy.Masked(file, act.Reasons);
        UnitRef[] assisting = [.. act.Assisting.Where(unit => unit != act.Lead).Distinct()];
        return new CaseEvent[]
        {
            new RulingGiven(act.Lead, assisting, reasons, act.LegalBasis, scope),
            new CaseDispatched(act.Lead, assisting, null, reasons, file.Rounds + 1, new RulingCitation(file.Summary.Number, now, reasons)),
        };
    }

    // A ruling decides what lay before it; it is no occasion to hand out other matters.
    private static Error? Fault(RulingScope scope, CaseSummary summary, City city, DateOnly today)
    {
        if (!city.Categories.Has(scope.Category) || !CategoryTree.IsUnder(summary.Category, scope.Category))
            return Error.Invalid("rule.category", "rule-not-of-this-case", scope.Category);
        if (scope.Area is { } area && area != summary.Area)
            return Error.Invalid("rule.area", "rule-not-of-this-case", area);
        if (scope.From < today)
            return Error.Invalid("rule.from", "in-the-past");
        return scope.Until < scope.From ? Error.Invalid("rule.until", "ends-before-it-begins") : null;
    }
}
