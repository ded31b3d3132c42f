using System.Globalization;
using Hotline.Cities.Visits;
using Hotline.Contracts.Errors;
using Hotline.Feedback.Telling;

namespace Hotline.Feedback.Answering;

/// <summary>Whether a link still opens.</summary>
internal static class LinkRules
{
    public static readonly Error Unknown = new(ErrorKind.NotFound, "visit-link-unknown");
    public static readonly Error Used = new(ErrorKind.Gone, "visit-link-used");
    public static readonly Error Over = new(ErrorKind.Gone, "visit-link-over");
    public static readonly Error Expired = new(ErrorKind.Gone, "visit-link-expired");
    public static readonly Error Locked = new(ErrorKind.Gone, "visit-link-locked");
    public static readonly Error AsksOtherwise = new(ErrorKind.Conflict, "visit-link-asks-otherwise");

    /// <summary>Why not; null when it does.</summary>
    public static Error? Refusal(Link link, LinkPolicy policy, DateTimeOffset now) => link switch
    {
        { AnsweredAt: not null } => Used,
        { IsNewest: false } => Over,
        _ when now >= link.ExpiresAt => Expired,
        _ when link.Tries >= policy.CodeTries => Locked,
        _ => null,
    };

    public static Error WrongCode(int triesLeft) =>
        new(ErrorKind.Forbidden, "visit-code-wrong", Arguments: [triesLeft.ToString(CultureInfo.InvariantCulture)]);

    public static bool AsksToReopen(LinkQuestion asks) => asks is LinkQuestion.Reopen or LinkQuestion.Appeal;
}
