namespace Hotline.Cities.Tests.Loading;

/// <summary>One spoiled line of the demo city, one fault, at its file and line.</summary>
public class When_a_line_is_wrong
{
    [Theory]
    [InlineData("areas.csv", "chengdong,", "chengxi,", "duplicate area 'chengxi', first in line 2", 1)]
    [InlineData("areas.csv", "29.2710", "92.2710", "coordinates 92.271, 120.252 are out of range")]
    [InlineData("areas.csv", "29.2710", "north", "expected degrees like 29.2712")]
    [InlineData("areas.csv", "street", "district", "level is 'district', expected one of street, town, township")]
    [InlineData("areas.csv", "92400", "many", "population is 'many', expected a whole number")]
    [InlineData("departments.csv", ",baiyun,no", ",atlantis,no", "unknown area 'atlantis'")]
    [InlineData("departments.csv", "*,yes", "*,perhaps", "supervision is 'perhaps', expected yes or no")]
    [InlineData("departments.csv", "power,", "Power Co,", "code is 'Power Co', expected a code")]
    [InlineData("departments.csv", "市供电公司", "", "zh is empty")]
    [InlineData("routing.csv", "dept.water", "dept.waterworks", "unknown department 'waterworks'")]
    [InlineData("routing.csv", "dept.water", "waterworks", "lead is 'waterworks', expected a unit like dept.water")]
    [InlineData("routing.csv", "dept.water", "merchant.m001", "'merchant.m001' is not a department")]
    [InlineData("routing.csv", "utilities.telecom.cables", "utilities.telecom.wires", "unknown category 'utilities.telecom.wires'")]
    [InlineData("routing.csv", "city.order.street-vendor,baiyun", "city.order.street-vendor,moon", "unknown area 'moon'")]
    [InlineData("routing.csv", "2014-11-27", "27.11.2014", "from is '27.11.2014', expected a date like 2026-01-31")]
    [InlineData("routing.csv", "2022-06-04", "2012-06-04", "the rule ends on 2012-06-04 before it begins on 2014-11-27")]
    [InlineData("merchants.csv", "home.lock.key-copy=", "home.lock.key-bending=", "unknown category 'home.lock.key-bending'")]
    [InlineData("merchants.csv", "home.lock.key-copy=", "roads.surface.pothole=", "category 'roads.surface.pothole' is not a life service")]
    [InlineData("merchants.csv", "home.lock.key-copy=", "home.lock.lock-change=5-9;home.lock.key-copy=", "is listed twice")]
    [InlineData("merchants.csv", "home.water.leak=", "home.water.leak~", "is not written as 'home.water.leak=60-180'")]
    [InlineData("merchants.csv", "daily 07:30-21:00", "daily 07:30-25:00", "duty is 'daily 07:30-25:00', expected hours")]
    [InlineData("experts.csv", "psychology,,", "alchemy,,", "unknown team 'alchemy'")]
    [InlineData("experts.csv", "mind.crisis;mind.adult", "home.lock", "category 'home.lock' is not a consultation")]
    [InlineData("categories.csv", "home.water.leak,", "home.fire.leak,", "unknown category 'home.fire'")]
    [InlineData("categories.csv", "home.water.leak,", "home.water.leak.tap,", "has more than 3 levels")]
    [InlineData("categories.csv", "爆管;水管爆裂;水管破裂;家里漏大水;喷水", "", "keywords_zh is empty")]
    [InlineData("categories.csv", "lifeService,helpRequest", "lifeservice,helpRequest", "kind is 'lifeservice', expected one of lifeService")]
    [InlineData("calendar.yaml", "\"08:30-12:00\"", "\"08:30-26:00\"", "'08:30-26:00' found, expected hours like 08:30-12:00")]
    [InlineData("calendar.yaml", "\"14:00-17:30\"", "\"11:00-17:30\"", "11:00-17:30 does not come after the hours before it")]
    [InlineData("calendar.yaml", "from: 2024-02-10, to: 2024-02-17", "from: 2024-02-17, to: 2024-02-10", "the holiday ends on 2024-02-10 before it begins")]
    [InlineData("calendar.yaml", "from: 2024-06-10", "from: 2025-06-10", "2025-06-10 is not in 2024")]
    [InlineData("calendar.yaml", "from: 2024-06-10", "from: 2024-05-05", "2024-05-05 is a holiday already")]
    [InlineData("calendar.yaml", "[2024-02-04,", "[2024-02-10,", "2024-02-10 is a holiday and a make-up day")]
    [InlineData("clocks.yaml", "urgent: 15 min", "urgent: soon", "'soon' found, expected a limit like '15 min'")]
    [InlineData("clocks.yaml", "urgent: 15 min, ", "", "'urgent' is missing")]
    [InlineData("clocks.yaml", "  sign:", "  signature:", "'signature' is not known here")]
    [InlineData("clocks.yaml", "category: labor.pay.arrears", "category: labor.pay.nothing", "unknown category 'labor.pay.nothing'", -1)]
    [InlineData("clocks.yaml", "after: 3 working days", "after: 1 working day", "the ladder does not climb")]
    [InlineData("clusters.yaml", "words: 0.5,", "words: 0.6,", "the weights make 1.1, expected 1")]
    [InlineData("clusters.yaml", "suggestFrom: 0.5", "suggestFrom: 50", "'50' found, expected a number from 0 to 1")]
    [InlineData("offers.yaml", "credit: 0.3,", "credit: 0.4,", "the weights make 1.1, expected 1")]
    [InlineData("offers.yaml", "offerDeclined: -1", "offerDeclined: -1.5", "'-1.5' found, expected a whole number")]
    [InlineData("visits.yaml", "satisfiedFrom: satisfied", "satisfiedFrom: happy", "'happy' found, expected one of verySatisfied")]
    [InlineData("visits.yaml", "/visit/{token}", "/visit", "'https://8890.qinglan.example/visit' found as address, expected a web address with {token}")]
    [InlineData("visits.yaml", "codeTries: 5", "codeTries: 500", "'500' found, expected a whole number from 1 to 10")]
    [InlineData("accounts.yaml", "cases:submit:web", "cases:submit:fax", "unknown channel 'fax'")]
    [InlineData("accounts.yaml", "role: supervisor", "role: king", "'king' found, expected one of")]
    [InlineData("accounts.yaml", "name: supervisor", "name: operator", "duplicate person 'operator'")]
    [InlineData("accounts.yaml", "name: \"expert.{code}\"", "name: expert", "every unit would get the same")]
    [InlineData("city.yaml", "Asia/Shanghai", "Asia/Qinglan", "'Asia/Qinglan' found, expected a time zone")]
    [InlineData("city.yaml", "south: 29.05", "south: 29.95", "expected south < north")]
    [InlineData("texts/en.yaml", "{due}", "{dew}", "'case.accepted' has other placeholders than in texts/zh-CN.yaml")]
    [InlineData("texts/en.yaml", "emergency:", "emergencies:", "'emergencies' is missing in texts/zh-CN.yaml")]
    [InlineData("articles/home-and-utilities.yaml", "owner: dept.water", "owner: dept.fire-water", "unknown department 'fire-water'", -3)]
    [InlineData("articles/home-and-utilities.yaml", "effective: 2023-03-01", "effective: March", "'March' found, expected a date")]
    public void Names_the_file_the_line_and_the_fault(string file, string text, string by, string what, int lineOffset = 0)
    {
        using var city = new BrokenCity();
        var line = city.Replace(file, text, by) + lineOffset;

        var faults = city.Faults();

        Assert.Contains(faults, fault => fault.StartsWith($"{file}:{line}: ", StringComparison.Ordinal) && fault.Contains(what, StringComparison.Ordinal));
    }
}
