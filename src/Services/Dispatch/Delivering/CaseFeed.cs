using System.Collections.Immutable;
using Hotline.Contracts.Cases;

namespace Hotline.Dispatch.Delivering;

/// <summary>What a department is to a case: leads, assists, is in dispute over it, or rules on that.</summary>
internal enum HandOverRole { Lead, Assisting, Disputing, Ruling }

/// <summary>A department that hears, or heard, of a case.</summary>
/// <param name="Sequence">Last number it was given for this case.</param>
/// <param name="Hears">False once the case was taken from it: it hears again from its next dispatch on.</param>
internal sealed record Subscriber(string Department, HandOverRole Role, int Round, int Sequence, bool Hears);

/// <summary>Where the feed stands with one case.</summary>
/// <param name="Version">Version of the case told last.</param>
internal sealed record CaseFeed(int Version, ImmutableArray<Subscriber> Subscribers)
{
    /// <summary>Version 1 is the receipt of a case, which no department hears of: it is not even listened to.</summary>
    public static CaseFeed Untold { get; } = new(1, []);
}

/// <summary>One thing one department is told.</summary>
/// <param name="Name">Event name as in the routing key and in the CloudEvents type, e.g. <c>dispatched</c>.</param>
/// <param name="Round">Round of the hand-over this event delivers; null for all but <see cref="News.Dispatched"/>.</param>
internal sealed record FeedNews(string Department, int Sequence, string Name, HandOverRole Role, int? Round, ICaseEvent Event);

/// <summary>What an event does to the state of a hand-over.</summary>
internal abstract record HandOverChange(string Department)
{
    public sealed record Began(string Department, int Round, HandOverRole Role) : HandOverChange(Department);

    public sealed record Acknowledged(string Department) : HandOverChange(Department);

    public sealed record Ended(string Department, string How) : HandOverChange(Department);

    public sealed record Resumed(string Department) : HandOverChange(Department);
}

/// <summary>What telling an event comes to.</summary>
internal sealed record Told(CaseFeed After, ImmutableArray<FeedNews> News, ImmutableArray<HandOverChange> Changes);
