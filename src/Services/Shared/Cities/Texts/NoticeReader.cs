using Hotline.Cities.Reading;

namespace Hotline.Cities.Texts;

/// <summary>Reads <c>texts/zh-CN.yaml</c> and <c>texts/en.yaml</c>, which hold the same keys with the same placeholders.</summary>
internal static class NoticeReader
{
    public const string Chinese = "texts/zh-CN.yaml";
    public const string English = "texts/en.yaml";

    public static Dictionary<string, LocalText> Read(CityFolder folder)
    {
        var zh = ReadFile(folder, Chinese);
        var en = ReadFile(folder, English);
        foreach (var key in zh.Keys.Except(en.Keys))
            zh[key].Fault($"'{key}' is missing in {English}");
        foreach (var key in en.Keys.Except(zh.Keys))
            en[key].Fault($"'{key}' is missing in {Chinese}");

        var texts = new Dictionary<string, LocalText>();
        foreach (var key in zh.Keys.Intersect(en.Keys))
        {
            if (!TextBook.Placeholders(zh[key].Text).SequenceEqual(TextBook.Placeholders(en[key].Text)))
                en[key].Fault($"'{key}' has other placeholders than in {Chinese}");
            texts[key] = new LocalText(zh[key].Text, en[key].Text);
        }

        return texts;
    }

    private static Dictionary<string, YamlPart> ReadFile(CityFolder folder, string file)
    {
        var texts = new Dictionary<string, YamlPart>();
        foreach (var (key, value) in YamlFile.Read(folder, file)?.Entries ?? [])
        {
            if (value.Text.Length == 0)
                value.Fault($"'{key.Text}' is empty");
            texts[key.Text] = value;
        }

        return texts;
    }
}
