using System.Globalization;
using Hotline.Cities;
using Hotline.Contracts.Cases;
using Hotline.Feedback.Answering;

namespace Hotline.Feedback.Telling;

/// <summary>Words a notice for whoever passes it on, with its link and code while they are good.</summary>
internal sealed class NoticeWriter(City city, LinkSecrets secrets, TimeProvider time)
{
    private static readonly CultureInfo[] Readers = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    public NoticeView Write(KeptNotice notice)
    {
        var invitation = InvitationOf(notice);
        return new(
            $"{notice.Number}/{notice.Version}", notice.Number, notice.TextKey, notice.At, notice.Recipient,
            Readers.ToDictionary(reader => reader.Name, reader => Text(notice, invitation, reader)), invitation);
    }

    private InvitationView? InvitationOf(KeptNotice notice) =>
        notice.Link is { } link && LinkRules.Refusal(link, city.Visits.Link, time.GetUtcNow()) is null
            ? new(link.Asks, city.Visits.Link.With(secrets.Token(link.CaseId, link.Version)), secrets.Code(link.CaseId, link.Version), link.ExpiresAt)
            : null;

    private string Text(KeptNotice notice, InvitationView? invitation, CultureInfo reader)
    {
        var told = city.Texts.Get(notice.TextKey, reader, [.. notice.Words.Select(word => (word.Key, word.Value.In(reader)))]);
        if (invitation is null)
            return told;
        var asked = city.Texts.Get(
            "link." + Word.Of(invitation.Asks), reader,
            ("link", invitation.Link), ("code", invitation.Code), ("until", city.Profile.LocalTime(invitation.ExpiresAt)));
        return $"{told} {asked}";
    }
}
