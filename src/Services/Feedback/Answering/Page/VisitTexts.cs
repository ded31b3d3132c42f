namespace Hotline.Feedback.Answering.Page;

/// <summary>The words of the page behind a link that are the same in every city.</summary>
/// <param name="Until">{0}: until when the link opens.</param>
/// <param name="Closed">{0}: the number of the case.</param>
/// <param name="GoesOn">{0}: the number of the case.</param>
public sealed record VisitTexts(
    string Language, string Title, string Solved, string Yes, string No, string Satisfied, string Reason, string NoReason, string Comment, string Why, string Code,
    string Send, string Until, string Thanks, string Closed, string GoesOn)
{
    private static readonly VisitTexts Chinese = new(
        ServiceDefaults.Errors.Language.Chinese, "诉求回访", "问题解决了吗？", "解决了", "没有解决", "您对办理结果满意吗？", "不满意或未解决的原因", "（满意时不用选）", "您还想说的话（选填）",
        "请说明理由", "短信中的验证码", "提交", "本链接有效期至 {0}。", "谢谢您的答复", "诉求 {0} 已办结。", "诉求 {0} 将继续办理，有结果会通知您。");

    private static readonly VisitTexts English = new(
        ServiceDefaults.Errors.Language.English, "Your request", "Was it solved?", "Yes", "No", "Are you satisfied?", "Why not, if it was not solved or you are not satisfied",
        "(nothing to choose when all is well)", "Anything you want to add (optional)", "Please say why", "The code from the message", "Send", "This link opens until {0}.",
        "Thank you", "Request {0} is closed.", "Request {0} goes on. We will tell you what comes of it.");

    public static VisitTexts In(string language) => language == ServiceDefaults.Errors.Language.English ? English : Chinese;
}
