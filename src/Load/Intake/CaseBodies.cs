using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Encodings.Web;

namespace Hotline.Load.Intake;

/// <summary>What citizens of a load run write: made up, of the length and mix of real messages, each different from the others.</summary>
internal static class CaseBodies
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] _streets = ["人民路", "解放路", "滨江路", "建设街", "环城西路", "学府路", "江北大道", "新华街"];
    private static readonly string[] _areas = ["chengdong", "jiangbei"];
    private static readonly string[] _surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];

    private static readonly string[] _sentences =
    [
        "已经好几天了,附近的居民都受影响。", "之前打过电话,没有人来处理。", "晚上尤其严重,老人和孩子都睡不好。", "请有关部门尽快派人到现场看看。",
        "物业说不归他们管,不知道该找谁。", "希望能给一个明确的答复和时间。", "我们小区一共有六栋楼,都是一样的情况。", "下雨以后更加严重,路都走不了。",
    ];

    /// <summary>A matter for a department, as <c>POST /api/v1/cases</c> takes it.</summary>
    public static byte[] Matter(long number) => Of(number, new { kind = "efficiency", type = "complaint", category = "utilities.water.quality" }, "自来水发黄有异味");

    /// <summary>A body with a category, title and all that a citizen would tell.</summary>
    /// <param name="number">Makes it different from others.</param>
    /// <param name="classification">kind, type, category.</param>
    /// <param name="title">First words.</param>
    public static byte[] Of(long number, object classification, string title)
    {
        var body = JsonSerializer.SerializeToNode(classification, _json)!.AsObject();
        var street = Pick(_streets, number);
        body["title"] = string.Create(CultureInfo.InvariantCulture, $"{street}{number % 300 + 1}号{title} [{number}]");
        body["text"] = new StringBuilder().Append(title).Append(',')
            .AppendJoin("", Enumerable.Range(0, 3 + (int)(number % 3)).Select(step => Pick(_sentences, number + step))).ToString();
        body["citizen"] = JsonSerializer.SerializeToNode(
            new { name = Pick(_surnames, number) + "某", phone = string.Create(CultureInfo.InvariantCulture, $"138{number % 100_000_000:00000000}") }, _json);
        body["place"] = JsonSerializer.SerializeToNode(
            new { address = $"{street}{number % 300 + 1}号", area = Pick(_areas, number), latitude = 29.27, longitude = 120.25 }, _json);
        return JsonSerializer.SerializeToUtf8Bytes(body, _json);
    }

    /// <summary>A row as large as what the ledger keeps of such a matter.</summary>
    public static byte[] Row(long number) => JsonSerializer.SerializeToUtf8Bytes(
        new { request = JsonSerializer.Deserialize<JsonElement>(Matter(number)), rest = new string('0', 640) }, _json);

    private static T Pick<T>(T[] from, long number) => from[(int)(number % from.Length)];
}
