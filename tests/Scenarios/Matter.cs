namespace Hotline.Scenarios;

/// <summary>What citizens bring.</summary>
internal static class Matter
{
    private static readonly object Zhang = new { name = "张伟", phone = "13857912345" };
    private static int _streets;

    public static object BurstPipe() => new
    {
        category = "home.water.burst-pipe",
        title = "家里水管爆裂",
        text = "厨房水管爆裂,水已经漫到客厅,请尽快派人。",
        citizen = Zhang,
        place = new { address = "解放路88号2单元301室", area = "chengdong", latitude = 29.271, longitude = 120.252 },
    };

    public static object NoWater(string title = "小区停水两天") => new
    {
        kind = "efficiency",
        type = "complaint",
        category = "utilities.water.quality",
        title,
        text = "自来水发黄有异味,已经两天,物业说不知道原因。",
        citizen = Zhang,
        // Each in a street of its own: the same matter again would be held.
        place = new { address = $"江北街道{Street()}路12号", area = "jiangbei" },
    };

    public static object Question() => new
    {
        kind = "consultation",
        type = "inquiry",
        category = "policy.residence.id-card",
        title = "身份证到期怎么换",
        text = "身份证下个月到期,要带什么材料,在哪里办?",
        citizen = new { anonymous = true },
    };

    public static object Worry() => new
    {
        category = "mind.youth.study-stress",
        title = "孩子不愿意上学",
        text = "初二的孩子最近失眠,说不想去学校。",
        citizen = new { name = "李女士", phone = "13900001111" },
    };

    // Of letters, for house numbers are masked.
    private static string Street() => string.Concat($"{Interlocked.Increment(ref _streets):D4}".Select(digit => "零一二三四五六七八九"[digit - '0']));
}
