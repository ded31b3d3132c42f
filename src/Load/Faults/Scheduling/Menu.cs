namespace Hotline.Load.Faults.Scheduling;

/// <summary>A fault without its time.</summary>
/// <param name="Recovery">Time to get over it before the next one comes.</param>
internal sealed record Dish(FaultKind Kind, string Target, TimeSpan Length, TimeSpan Recovery)
{
    public TimeSpan Occupies => Length + Recovery;
}

/// <summary>What a run contains besides its kills.</summary>
internal static class Menu
{
    private static readonly TimeSpan _full = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<Dish> Short { get; } =
    [
        Of(FaultKind.Crash, "cases.after-append", 0, 3),
        Of(FaultKind.Crash, "cases.after-publish", 0, 3),
        Of(FaultKind.Crash, "insight.after-consume", 0, 2),
        Of(FaultKind.StopBroker, "rabbitmq", 10, 3),
        Of(FaultKind.StopDatabase, "postgres", 0, 5),
        Of(FaultKind.Freeze, "cases", 5, 1),
        Of(FaultKind.LostAnswers, "gateway", 2, 0),
        Of(FaultKind.Shuffle, "consumers", 2, 2),
    ];

    /// <summary>Every kind at least once; what is stopped for long is stopped for less in a run of less than ten minutes.</summary>
    public static IReadOnlyList<Dish> Full(TimeSpan duration)
    {
        var share = Math.Min(1.0, duration / _full);
        return
        [
            Of(FaultKind.StopBroker, "rabbitmq", 90 * share, 10),
            Of(FaultKind.Freeze, "cases", 30 * share, 5),
            Of(FaultKind.Freeze, "cases-2", 5, 5),
            Of(FaultKind.Freeze, "dispatch", 5, 5),
            Of(FaultKind.StopDatabase, "postgres", 0, 12),
            Of(FaultKind.StopDatabase, "postgres", 0, 12),
            Of(FaultKind.Kill, "postgres", 0, 12),
            Of(FaultKind.Kill, "rabbitmq", 0, 15),
            Of(FaultKind.Crash, "cases.before-append", 0, 6),
            Of(FaultKind.Crash, "cases.after-append", 0, 6),
            Of(FaultKind.Crash, "cases.after-publish", 0, 6),
            Of(FaultKind.Crash, "dispatch.after-consume", 0, 6),
            Of(FaultKind.Crash, "escalation.after-consume", 0, 6),
            Of(FaultKind.Crash, "feedback.after-consume", 0, 6),
            Of(FaultKind.Crash, "insight.after-consume", 0, 6),
            Of(FaultKind.Crash, "dispatch.after-feed", 0, 6),
            Of(FaultKind.Latency, "postgres", 8, 1),
            Of(FaultKind.Latency, "rabbitmq", 8, 1),
            Of(FaultKind.Reset, "postgres", 3, 4),
            Of(FaultKind.Reset, "rabbitmq", 3, 5),
            Of(FaultKind.Reset, "gateway", 3, 1),
            Of(FaultKind.Blackhole, "postgres", 8, 4),
            Of(FaultKind.Blackhole, "rabbitmq", 10, 4),
            Of(FaultKind.LostAnswers, "gateway", 4, 1),
            Of(FaultKind.LostAnswers, "gateway", 4, 1),
            Of(FaultKind.Shuffle, "consumers", 8, 3),
            Of(FaultKind.Shuffle, "consumers", 8, 3),
            Of(FaultKind.SlowConsumer, "insight", 25 * share, 2),
            Of(FaultKind.SlowDepartment, "dept.water", 25 * share, 2),
        ];
    }

    private static Dish Of(FaultKind kind, string target, double length, double recovery) =>
        new(kind, target, TimeSpan.FromSeconds(length), TimeSpan.FromSeconds(recovery));
}
