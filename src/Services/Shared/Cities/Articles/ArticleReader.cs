using Hotline.Cities.Reading;
using Hotline.Contracts.Units;

namespace Hotline.Cities.Articles;

/// <summary>Reads the articles of <c>articles/*.yaml</c>.</summary>
internal static class ArticleReader
{
    public const string Subfolder = "articles";

    public static List<Sourced<KnowledgeArticle>> Read(CityFolder folder) =>
        [.. folder.FilesIn(Subfolder, "*.yaml").SelectMany(file => YamlFile.Read(folder, file)?.Items ?? [])
            .Select(part => new Sourced<KnowledgeArticle>(Article(part), part.At))];

    private static KnowledgeArticle Article(YamlPart part)
    {
        var effective = part.Required("effective")?.Date() ?? DateOnly.MinValue;
        var expires = part.Optional("expires")?.Date();
        if (expires < effective)
            part.Fault("the article expires before it takes effect");
        var keywords = part.Required("keywords");
        var article = new KnowledgeArticle(
            part.RequiredText("code"),
            part.Required("version")?.Whole(1, 10_000) ?? 1,
            [.. part.Texts("categories")],
            Owner(part),
            effective,
            expires,
            [.. keywords?.Texts("zh") ?? []],
            [.. keywords?.Texts("en") ?? []],
            part.RequiredName("title"),
            part.RequiredName("body"));
        keywords?.Reported(keywords);
        return part.Reported(article);
    }

    private static UnitRef Owner(YamlPart part)
    {
        if (part.Required("owner") is not { } owner)
            return default;
        return UnitRef.TryParse(owner.Text, out var unit) ? unit : owner.Wrong("a unit like dept.water", unit);
    }
}
