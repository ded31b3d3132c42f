namespace Hotline.Dispatch.Delivering;

/// <summary>Names at the broker; departments rely on them.</summary>
internal static class FeedNames
{
    public const string Exchange = "hotline.events";
    public const string DeadLetterExchange = "hotline.dlx";

    public static string Inbox(string department) => $"dept.{department}.inbox";

    public static string Dead(string department) => $"dept.{department}.dead";

    public static string User(string department) => $"dept-{department}";

    public static string RoutingKey(string department, string name) => $"dept.{department}.case.{name}";

    public static string DeadLetterKey(string department) => $"dept.{department}";
}
