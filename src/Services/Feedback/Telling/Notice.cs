using Hotline.Cities;
using Hotline.Contracts.Cases;

namespace Hotline.Feedback.Telling;

/// <summary>A word to the citizen about an event of the case.</summary>
/// <param name="TextKey">Text of the city, e.g. <c>case.closed</c>.</param>
/// <param name="Words">What fills its placeholders, by their names.</param>
/// <param name="Invitation">What the citizen may answer to it.</param>
public sealed record Notice(ICaseEvent About, string TextKey, IReadOnlyDictionary<string, LocalText> Words, Invitation? Invitation = null)
{
    /// <summary>Addressee of notices whose citizens the hotline's own desk tells.</summary>
    public const string Desk = "";

    /// <summary>Client that passes it on to the citizen.</summary>
    public string Addressee => About.Case.Channel == Channel.Staff ? Desk : About.Case.Submitter!;

    /// <summary>Whom it is for, masked; null when the citizen said nothing of who they are.</summary>
    public string? Recipient => About.Case.Citizen.MaskedPhone ?? About.Case.Citizen.MaskedName;
}

/// <summary>What a citizen is asked with a notice.</summary>
/// <param name="ExpiresAt">No answer by the link after that.</param>
public sealed record Invitation(LinkQuestion Asks, DateTimeOffset ExpiresAt);

/// <summary>What a link is good for.</summary>
public enum LinkQuestion
{
    /// <summary>回访: was it solved, are you satisfied?</summary>
    Visit,

    /// <summary>To open a closed case again.</summary>
    Reopen,

    /// <summary>To have a refusal reviewed.</summary>
    Appeal,
}
