namespace Hotline.Feedback.Telling;

/// <summary>Notices to pass on.</summary>
/// <param name="Next">The place behind the last of them: the <c>cursor</c> to ask with again, at once or later.</param>
/// <param name="More">True when there are more already.</param>
public sealed record NoticePage(IReadOnlyList<NoticeView> Items, string Next, bool More);

/// <summary>Something to tell a citizen.</summary>
/// <param name="Id">The same however often the notice is fetched: tell it once.</param>
/// <param name="Number">Number of the case: the client knows whom it submitted it for.</param>
/// <param name="Kind">What it is about, e.g. <c>case.replied</c>.</param>
/// <param name="At">When that happened.</param>
/// <param name="Recipient">Masked phone number or name, to check by; absent for anonymous citizens.</param>
/// <param name="Texts">What to say, by language: <c>zh-CN</c> and <c>en</c>. Link and code are part of it while they are good.</param>
/// <param name="Invitation">The same link and code by themselves; absent when nothing can be answered (any more).</param>
public sealed record NoticeView(
    string Id, string Number, string Kind, DateTimeOffset At, string? Recipient, IReadOnlyDictionary<string, string> Texts, InvitationView? Invitation);

/// <summary>A link by which the citizen answers without a call.</summary>
/// <param name="Asks"><c>visit</c>, <c>reopen</c> or <c>appeal</c>.</param>
/// <param name="Link">Address to open.</param>
/// <param name="Code">One-time code to enter there.</param>
public sealed record InvitationView(LinkQuestion Asks, string Link, string Code, DateTimeOffset ExpiresAt);
