using System.Diagnostics;
using Hotline.TestKit;

namespace Hotline.AppHost.Tests.Injecting;

/// <summary>
/// The names that .NET Aspire injects in run mode, written down from its own output. A service cannot tell the engines
/// apart as long as these agree.
/// </summary>
public sealed class When_a_service_is_started
{
    private const string Every =
        "ASPNETCORE_ENVIRONMENT ASPNETCORE_URLS DOTNET_ENVIRONMENT DOTNET_gcServer Hotline__CallerKey Hotline__City Hotline__DataFolder "
        + "LOGGING__CONSOLE__FORMATTERNAME OTEL_RESOURCE_ATTRIBUTES OTEL_SERVICE_NAME ";

    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT OTEL_EXPORTER_OTLP_PROTOCOL ";

    private const string Database =
        "ConnectionStrings__hotline HOTLINE_DATABASENAME HOTLINE_HOST HOTLINE_JDBCCONNECTIONSTRING HOTLINE_PASSWORD HOTLINE_PORT HOTLINE_URI HOTLINE_USERNAME ";

    private const string Broker = "ConnectionStrings__rabbitmq RABBITMQ_HOST RABBITMQ_PASSWORD RABBITMQ_PORT RABBITMQ_URI RABBITMQ_USERNAME ";

    private const string OrleansClient =
        "Orleans__Clustering__ConnectionName Orleans__Clustering__Invariant Orleans__Clustering__ProviderType "
        + "Orleans__ClusterId Orleans__EnableDistributedTracing Orleans__ServiceId ";

    private const string OrleansSilo = OrleansClient
        + "Orleans__Endpoints__GatewayPort Orleans__Endpoints__SiloPort "
        + "Orleans__GrainStorage__Default__ConnectionName Orleans__GrainStorage__Default__Invariant Orleans__GrainStorage__Default__ProviderType "
        + "Orleans__Reminders__ConnectionName Orleans__Reminders__Invariant Orleans__Reminders__ProviderType ";

    private const string AllServices =
        "CASES_HTTP DISPATCH_HTTP ESCALATION_HTTP FEEDBACK_HTTP IDENTITY_HTTP INSIGHT_HTTP services__cases__http__0 services__dispatch__http__0 "
        + "services__escalation__http__0 services__feedback__http__0 services__identity__http__0 services__insight__http__0 ";

    private static readonly Lazy<Dictionary<string, string>> _described = new(Describe);

    [Theory]
    [InlineData("identity", Every + Collector + Database + "Identity__Issuer")]
    [InlineData("cases", Every + Collector + Database + Broker + OrleansSilo)]
    [InlineData("dispatch", Every + Collector + Database + Broker + OrleansSilo + "Dispatch__Feed__ManagementUri")]
    [InlineData("escalation", Every + Collector + Database + Broker + OrleansClient)]
    [InlineData("feedback", Every + Collector + Database + Broker + OrleansClient)]
    [InlineData("insight", Every + Collector + Database + Broker + OrleansClient + "CASES_HTTP services__cases__http__0 Insight__Broker__ManagementUri")]
    [InlineData("gateway", Every + Collector + AllServices + "Identity__Issuer")]
    public void It_gets_the_names_that_Aspire_injects_and_no_other(string process, string names) =>
        Assert.Equal(string.Join(' ', names.Trim().Split(' ').Order(StringComparer.Ordinal)), _described.Value[process]);

    private static Dictionary<string, string> Describe()
    {
        var data = Directory.CreateTempSubdirectory("hotline-describe-").FullName;
        using var host = Process.Start(new ProcessStartInfo("dotnet", [Repository.Program("src/AppHost"), "--describe=true"])
        {
            RedirectStandardOutput = true,
            Environment = { ["HOTLINE_DATA"] = data, ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:4317" },
        })!;
        var lines = host.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        host.WaitForExit();
        Directory.Delete(data, recursive: true);
        return lines.ToDictionary(line => line.Split(':')[0], line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
    }
}
