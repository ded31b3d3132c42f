namespace Hotline.Insight.Operating;

/// <summary>Where the broker's management API is. Section <c>Insight:Broker</c>.</summary>
public sealed class BrokerOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Insight:Broker";

    /// <summary>Root of RabbitMQ's management API, e.g. <c>http://127.0.0.1:15672</c>. User, password and virtual host are those of
    /// <c>ConnectionStrings:rabbitmq</c>.</summary>
    public Uri? ManagementUri { get; set; }
}
