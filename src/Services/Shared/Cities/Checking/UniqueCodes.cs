using Hotline.Cities.Areas;
using Hotline.Cities.Categories;
using Hotline.Cities.Departments;
using Hotline.Cities.Reading;
using Hotline.Cities.Routing;
using Hotline.Cities.Visits;

namespace Hotline.Cities.Checking;

/// <summary>Every code once; no table empty without which there is no city.</summary>
internal static class UniqueCodes
{
    public static void Check(CityDraft draft, Faults faults)
    {
        Some(draft.Categories, CategoryReader.File, "category", faults);
        Some(draft.Departments, DepartmentReader.File, "department", faults);
        Some(draft.Areas, AreaReader.File, "area", faults);
        Some(draft.Rules, RoutingReader.File, "rule", faults);
        Once(draft.Categories, category => category.Code, "category", faults);
        Once(draft.Departments, department => department.Code, "department", faults);
        Once(draft.Areas, area => area.Code, "area", faults);
        Once(draft.Merchants, merchant => merchant.Code, "merchant", faults);
        Once(draft.Teams, team => team.Code, "team", faults);
        Once(draft.Experts, expert => expert.Code, "expert", faults);
        Once(draft.Articles, article => article.Code, "article", faults);
        Once(draft.Rules, rule => $"{rule.Id} version {rule.Version}", "rule", faults);
        OneSupervisionBody(draft.Departments, faults);
        if (draft.Visits is { } visits)
        {
            foreach (var twice in visits.Reasons.GroupBy(reason => reason.Code).Where(group => group.Count() > 1))
                faults.Add(new Position(VisitReader.File, 1), $"duplicate reason '{twice.Key}'");
        }
    }

    private static void Some<T>(List<Sourced<T>> all, string file, string what, Faults faults)
    {
        if (all.Count == 0)
            faults.Add(new Position(file, 1), $"no {what} could be read");
    }

    private static void Once<T>(IEnumerable<Sourced<T>> all, Func<T, string> code, string what, Faults faults)
    {
        foreach (var group in all.GroupBy(one => code(one.Value)).Where(group => group.Count() > 1))
        {
            foreach (var again in group.Skip(1))
                faults.Add(again.At, $"duplicate {what} '{group.Key}', first in line {group.First().At.Line}");
        }
    }

    private static void OneSupervisionBody(List<Sourced<Department>> departments, Faults faults)
    {
        var bodies = departments.Where(one => one.Value.IsSupervisionBody).ToList();
        if (bodies.Count == 0 && departments.Count > 0)
            faults.Add(departments[0].At with { Line = 1 }, "no department is the supervision body");
        foreach (var second in bodies.Skip(1))
            faults.Add(second.At, $"a second supervision body; the first is '{bodies[0].Value.Code}'");
    }
}
