namespace Hotline.Cities.Tests.Loading;

/// <summary>Faults that no single line shows.</summary>
public class When_a_folder_is_wrong
{
    [Fact]
    public void Lists_every_fault_at_once_in_order()
    {
        using var city = new BrokenCity();
        var area = city.Replace("areas.csv", "29.2710", "99");
        var zone = city.Replace("city.yaml", "Asia/Shanghai", "Asia/Qinglan");
        var visit = city.Replace("visits.yaml", "attempts: 3", "attempts: none");

        var faults = city.Faults();

        Assert.Equal([$"areas.csv:{area}", $"city.yaml:{zone}", $"visits.yaml:{visit}"], faults.Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Names_a_missing_file()
    {
        using var city = new BrokenCity();
        city.Delete("offers.yaml");
        Assert.Equal(["offers.yaml:1: the file is missing"], city.Faults());
    }

    [Fact]
    public void Names_a_file_that_is_not_utf8()
    {
        using var city = new BrokenCity();
        city.Write("texts/en.yaml", [0x61, 0x3A, 0x20, 0xC4, 0xE3]);
        Assert.Contains("texts/en.yaml:1: the file is not UTF-8", city.Faults());
    }

    [Fact]
    public void Names_the_line_where_yaml_breaks()
    {
        using var city = new BrokenCity();
        var line = city.Replace("clocks.yaml", "  sign: {", "  sign: {{");
        Assert.Contains(city.Faults(), fault => fault.StartsWith($"clocks.yaml:{line}: not readable as YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_a_row_with_a_field_too_many()
    {
        using var city = new BrokenCity();
        var line = city.Replace("areas.csv", "92400", "92400,1");
        Assert.Contains($"areas.csv:{line}: the row has 8 fields, the header names 7", city.Faults());
    }

    [Fact]
    public void Names_a_missing_column_and_an_unknown_one()
    {
        using var city = new BrokenCity();
        city.Replace("teams.csv", "sealed", "secret");
        var faults = city.Faults();
        Assert.Contains("teams.csv:1: column 'sealed' is missing", faults);
        Assert.Contains("teams.csv:1: column 'secret' is not known", faults);
    }

    [Fact]
    public void Names_a_gap_in_the_calendar()
    {
        using var city = new BrokenCity();
        var line = city.Replace("calendar.yaml", "year: 2027", "year: 2028");
        Assert.Contains($"calendar.yaml:{line}: gap in the calendar: 2028 follows 2026", city.Faults());
    }

    [Fact]
    public void Names_a_week_without_work()
    {
        using var city = new BrokenCity();
        foreach (var day in (string[])["monday", "tuesday", "wednesday", "thursday", "friday"])
            city.Replace("calendar.yaml", $"{day}: [\"08:30-12:00\", \"14:00-17:30\"]", $"{day}: []");
        Assert.Contains(city.Faults(), fault => fault.EndsWith("no weekday has working hours", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_an_efficiency_matter_nobody_is_in_charge_of()
    {
        using var city = new BrokenCity();
        var line = city.LineOf("categories.csv", "culture.leisure.tourism,");
        city.RemoveLines("routing.csv", ",culture,");
        Assert.Contains(
            $"categories.csv:{line}: no routing rule for 'culture.leisure.tourism' on 2014-11-27: a rule for the whole city is needed", city.Faults());
    }

    [Fact]
    public void Names_the_first_day_on_which_nobody_is_in_charge()
    {
        using var city = new BrokenCity();
        city.Replace("routing.csv", ",culture,*,efficiency,dept.culture,,2014-11-27,,", ",culture,*,efficiency,dept.culture,,2014-11-27,2025-12-31,");
        Assert.Contains(city.Faults(), fault => fault.Contains("no routing rule for 'culture.leisure.tourism' on 2026-01-01", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_versions_of_a_rule_that_hold_together()
    {
        using var city = new BrokenCity();
        city.Replace("routing.csv", "2022-06-04", "2022-06-05");
        Assert.Contains(city.Faults(), fault => fault.Contains("version 2 overlaps version 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_rules_that_contradict_each_other()
    {
        using var city = new BrokenCity();
        var line = city.Replace("routing.csv", "utilities.power,", "utilities.water,");
        Assert.Contains(city.Faults(), fault => fault.StartsWith($"routing.csv:{line}: rule 'R-004' is for the same matters and days as rule 'R-001'", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_a_life_service_with_too_few_merchants()
    {
        using var city = new BrokenCity();
        var line = city.LineOf("categories.csv", "travel.car.designated-driver,");
        city.RemoveLines("merchants.csv", "travel.car.designated-driver=");
        Assert.Contains(
            $"categories.csv:{line}: 0 merchants offer 'travel.car.designated-driver' in area 'chengdong', at least 3 are needed", city.Faults());
    }

    [Fact]
    public void Names_a_question_nobody_answers()
    {
        using var city = new BrokenCity();
        var line = city.LineOf("categories.csv", "farming.advice.crops,");
        city.RemoveLines("experts.csv", "farming.advice.crops");
        city.Replace("articles/enterprise-and-farming.yaml", "[farming.advice.crops]", "[farming.advice.animals]");
        Assert.Equal([$"categories.csv:{line}: no expert and no article for 'farming.advice.crops'"], city.Faults());
    }

    [Fact]
    public void Names_a_missing_supervision_body()
    {
        using var city = new BrokenCity();
        city.Replace("departments.csv", "*,yes", "*,no");
        Assert.Equal(["departments.csv:1: no department is the supervision body"], city.Faults());
    }

    [Fact]
    public void Names_a_table_without_rows()
    {
        using var city = new BrokenCity();
        city.Write("departments.csv", "code,zh,en,duties_zh,duties_en,areas,supervision\n"u8.ToArray());
        Assert.Contains("departments.csv:1: no department could be read", city.Faults());
    }

    [Fact]
    public void Names_a_text_that_citizens_would_not_be_told()
    {
        using var city = new BrokenCity();
        city.RemoveLines("texts/zh-CN.yaml", "where.tooVague:");
        city.RemoveLines("texts/en.yaml", "where.tooVague:");
        Assert.Equal(["texts/zh-CN.yaml:1: 'where.tooVague' is missing: citizens are told by it"], city.Faults());
    }

    [Fact]
    public void Names_notices_that_go_before_their_links_do()
    {
        using var city = new BrokenCity();
        city.Replace("visits.yaml", "keepNoticesDays: 90", "keepNoticesDays: 20");
        Assert.Equal(["visits.yaml:1: keepNoticesDays is less than the days in which a link of a notice can be used"], city.Faults());
    }

    [Fact]
    public void Names_an_account_that_a_rule_makes_again()
    {
        using var city = new BrokenCity();
        var line = city.Replace("accounts.yaml", "name: auditor", "name: officer.water");
        Assert.Equal([$"accounts.yaml:{line}: person 'officer.water' exists by a rule for units already"], city.Faults());
    }

    [Fact]
    public void Names_secrets_outside_of_a_demo_city()
    {
        using var city = new BrokenCity();
        city.Replace("accounts.yaml", "demo: true", "demo: false");
        var faults = city.Faults();
        Assert.Contains(faults, fault => fault.EndsWith("a demoPassword outside of a demo city", StringComparison.Ordinal));
        Assert.Equal(8, faults.Count(fault => fault.EndsWith("a secret outside of a demo city", StringComparison.Ordinal)));
    }
}
