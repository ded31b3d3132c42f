using Hotline.Cities.Accounts;
using Hotline.Cities.Areas;
using Hotline.Cities.Articles;
using Hotline.Cities.Calendars;
using Hotline.Cities.Categories;
using Hotline.Cities.Checking;
using Hotline.Cities.Clocks;
using Hotline.Cities.Clusters;
using Hotline.Cities.Departments;
using Hotline.Cities.Experts;
using Hotline.Cities.Merchants;
using Hotline.Cities.Offers;
using Hotline.Cities.Reading;
using Hotline.Cities.Reviews;
using Hotline.Cities.Routing;
using Hotline.Cities.Screening;
using Hotline.Cities.Texts;
using Hotline.Cities.Visits;
using Hotline.Contracts.Units;

namespace Hotline.Cities;

/// <summary>Reads every file, checks what they say about each other, and only then builds a city.</summary>
internal static class CityLoading
{
    public static City Load(string path)
    {
        var faults = new Faults();
        var draft = Read(new CityFolder(path, faults));
        CityChecks.Run(draft, faults);
        if (faults.Count > 0)
            throw new CityDataException(path, faults.InOrder());
        return Build(draft);
    }

    private static CityDraft Read(CityFolder folder)
    {
        var profile = CityProfile.Read(folder);
        var bounds = profile?.Bounds ?? GeoBox.World;
        var teams = ExpertReader.ReadTeams(folder);
        return new CityDraft
        {
            Profile = profile,
            Pattern = CalendarReader.Read(folder),
            Clocks = ClockReader.Read(folder),
            Categories = CategoryReader.Read(folder),
            Departments = DepartmentReader.Read(folder),
            Areas = AreaReader.Read(folder, bounds),
            Merchants = MerchantReader.Read(folder, bounds),
            Teams = teams,
            Experts = ExpertReader.Read(folder, teams),
            Articles = ArticleReader.Read(folder),
            Rules = RoutingReader.Read(folder),
            Offers = OfferReader.Read(folder),
            Visits = VisitReader.Read(folder),
            Clusters = ClusterReader.Read(folder),
            Screening = ScreeningReader.Read(folder),
            Reviews = ReviewReader.Read(folder),
            Accounts = AccountReader.Read(folder),
            Texts = NoticeReader.Read(folder),
        };
    }

    // Called only without faults: whatever could be missing has been reported as missing.
    private static City Build(CityDraft draft)
    {
        var profile = draft.Profile!;
        var calendar = new WorkingCalendar(profile.Zone, draft.Pattern!);
        return new City
        {
            Profile = profile,
            Calendar = calendar,
            Clocks = draft.Clocks.With(calendar),
            Categories = new CategoryTree(Values(draft.Categories)),
            Departments = new DepartmentBook(Values(draft.Departments)),
            Areas = new AreaBook(Values(draft.Areas)),
            Merchants = new MerchantBook(Values(draft.Merchants)),
            Experts = new ExpertBook(Values(draft.Teams), Values(draft.Experts)),
            Articles = new ArticleBook(Values(draft.Articles)),
            Routing = new RoutingTable(Values(draft.Rules), profile.Zone),
            Offers = draft.Offers!,
            Visits = draft.Visits!,
            Clusters = draft.Clusters!,
            Screening = draft.Screening!,
            Reviews = draft.Reviews!,
            Accounts = draft.Accounts.Expand(Units(draft)),
            Texts = new TextBook(draft.Texts),
        };
    }

    internal static List<(UnitRef Unit, LocalText Name)> Units(CityDraft draft) =>
    [
        .. Values(draft.Departments).Select(one => (one.Unit, one.Name)),
        .. Values(draft.Merchants).Select(one => (one.Unit, one.Name)),
        .. Values(draft.Experts).Select(one => (one.Unit, one.Name)),
    ];

    private static IEnumerable<T> Values<T>(IEnumerable<Sourced<T>> sourced) => sourced.Select(one => one.Value);
}
