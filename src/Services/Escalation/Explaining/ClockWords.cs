using System.Globalization;
using Hotline.Cities;
using Hotline.Cities.Calendars;
using Hotline.Cities.Clocks;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Escalation.Clocks;

namespace Hotline.Escalation.Explaining;

/// <summary>The words of an explanation, in Chinese or English.</summary>
internal sealed class ClockWords(City city, CultureInfo culture)
{
    private static readonly LocalText Desk = new("热线平台", "the hotline desk");

    public string Name(ClockName clock) => Say(ClockNames.Of(clock));

    public string Unit(UnitRef? unit) => unit is { } one ? Say(city.NameOf(one) ?? new(one.ToString(), one.ToString())) : Say(Desk);

    public string Holder(Holder holder) => Unit(holder.Unit);

    public string Limit(int amount, DurationUnit unit) => unit switch
    {
        DurationUnit.WorkingDays => Say(new($"{amount} 个工作日", $"{amount} working {Plural(amount, "day")}")),
        DurationUnit.WorkingMinutes => Say(new($"{Span(amount)}(工作时间)", $"{Span(amount)} of working time")),
        DurationUnit.ElapsedMinutes => Span(amount),
    };

    /// <summary>The cell of the clock table, by its row and columns.</summary>
    public string Table(ClockName clock, Urgency urgency, CaseType type) =>
        $"{Say(new("时限表", "clock table"))}: {Name(clock)} · {Urgency(urgency)} · {Type(type)}";

    public string Exception(ClockException exception) =>
        $"{Say(new("时限例外", "exception"))} {exception.Category}: {exception.Why.In(culture)}";

    public string Sentence(DeadlineRow row, ClockState state, string limit, int? lateMinutes)
    {
        var begin = Say(new(
            $"{Name(row.Clock)}({Unit(row.Unit)}):限 {limit},{Local(row.StartedAt)} 起计,{Local(row.DueAt)} 到期",
            $"{Name(row.Clock)} by {Unit(row.Unit)}: {limit} from {Local(row.StartedAt)}, due {Local(row.DueAt)}"));
        return begin + Say(End(row, state, lateMinutes is { } late ? Limit(late, Counted(row.LimitUnit)) : ""));
    }

    /// <summary>Why a due time is another one than before.</summary>
    public string Moved(DeadlineMove move) => Say(new(
        $"工作日历调整,到期由 {Local(move.Before)} 改为 {Local(move.After)}。",
        $"The calendar changed: due {Local(move.After)} instead of {Local(move.Before)}."));

    private LocalText End(DeadlineRow row, ClockState state, string late) => state switch
    {
        ClockState.Running => new(",正在计时。", ", running."),
        ClockState.DueSoon => new(",即将到期。", ", due soon."),
        ClockState.Overdue => new($",已逾期 {late}。", $", overdue by {late}."),
        ClockState.Paused => new($",{Local(row.PausedAt!.Value)} 起挂起,暂停计时。", $", paused since {Local(row.PausedAt!.Value)}."),
        ClockState.Met => new($",{Local(row.StoppedAt!.Value)} 按时完成。", $", met on {Local(row.StoppedAt!.Value)}."),
        ClockState.Late => new($",{Local(row.StoppedAt!.Value)} 停止,逾期 {late}。", $", stopped on {Local(row.StoppedAt!.Value)}, late by {late}."),
        ClockState.Ended => new($",{Local(row.StoppedAt!.Value)} 终止计时。", $", ended on {Local(row.StoppedAt!.Value)}."),
        ClockState.Elapsed => new(",期限已过,视为接收。", ", over: the case counts as accepted by the unit."),
    };

    private string Urgency(Urgency urgency) => Say(urgency switch
    {
        Contracts.Cases.Urgency.General => new("普通", "general"),
        Contracts.Cases.Urgency.Pressing => new("紧急", "pressing"),
        Contracts.Cases.Urgency.Urgent => new("特急", "urgent"),
    });

    private string Type(CaseType type) => Say(type switch
    {
        CaseType.Inquiry => new("咨询", "inquiry"),
        CaseType.HelpRequest => new("求助", "request for help"),
        CaseType.Complaint => new("投诉", "complaint"),
        CaseType.Report => new("举报", "report"),
        CaseType.Suggestion => new("建议", "suggestion"),
        CaseType.Praise => new("表扬", "praise"),
    });

    // What is late is told in minutes of the kind the limit counts: "late by 2 days" would hide hours.
    private static DurationUnit Counted(DurationUnit unit) => unit == DurationUnit.WorkingDays ? DurationUnit.WorkingMinutes : unit;

    private string Span(int minutes)
    {
        var (hours, rest) = Math.DivRem(minutes, 60);
        var parts = new List<string>();
        if (hours > 0)
            parts.Add(Say(new($"{hours} 小时", $"{hours} h")));
        if (rest > 0 || hours == 0)
            parts.Add(Say(new($"{rest} 分钟", $"{rest} min")));
        return string.Join(' ', parts);
    }

    private string Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, city.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Say(LocalText text) => text.In(culture);

    private static string Plural(int amount, string word) => amount == 1 ? word : word + "s";
}
