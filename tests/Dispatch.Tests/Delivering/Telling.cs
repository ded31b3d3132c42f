using Hotline.Dispatch.Delivering;

namespace Hotline.Dispatch.Tests.Delivering;

/// <summary>What departments are told of a history.</summary>
internal static class Telling
{
    public static string Words(FeedNews news) => $"{news.Department} {news.Sequence} {news.Name} {news.Role.ToString().ToLowerInvariant()}";

    public static List<FeedNews> Tell(History history) => [.. Told(history).SelectMany(told => told.News)];

    public static List<Told> Told(History history)
    {
        var told = new List<Told>();
        var feed = CaseFeed.Untold;
        foreach (var happened in history.Events.Skip(1))
        {
            told.Add(News.Tell(feed, happened));
            feed = told[^1].After;
        }
        return told;
    }
}
