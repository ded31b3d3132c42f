using System.Globalization;

namespace Hotline.AppHost.Processes.Injecting;

/// <summary>The environment that Aspire gives a project in run mode, name by name.</summary>
internal static class ProjectEnvironment
{
    public static IReadOnlyDictionary<string, string> Of(ProjectResource project, int replica, Allocation allocation, string environmentName)
    {
        var unit = project.UnitName(replica);
        var injection = new Injection(unit, allocation);
        var port = project.Port(allocation, replica).ToString(CultureInfo.InvariantCulture);
        injection.Variables["ASPNETCORE_URLS"] = $"http://{(project.External ? "0.0.0.0" : "127.0.0.1")}:{port}";
        injection.Variables["ASPNETCORE_ENVIRONMENT"] = environmentName;
        injection.Variables["DOTNET_ENVIRONMENT"] = environmentName;
        injection.Variables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
        AddTelemetry(injection, project.Name, environmentName);
        foreach (var inject in project.Environment)
        {
            inject(injection);
        }

        return injection.Variables;
    }

    private static void AddTelemetry(Injection injection, string service, string environmentName)
    {
        var variables = injection.Variables;
        variables["OTEL_SERVICE_NAME"] = service;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={injection.Unit}";
        AddCollector(variables, injection.Allocation.Configuration);
        if (environmentName == "Development")
        {
            AddDevelopment(variables);
        }
    }

    /// <summary>There is a collector only when somebody says so, e.g. an Aspire dashboard that runs on its own.</summary>
    private static void AddCollector(Dictionary<string, string> variables, IConfiguration configuration)
    {
        var grpc = configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"];
        var http = configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"];
        if ((grpc ?? http) is { Length: > 0 } endpoint)
        {
            variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
            variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = grpc is null ? "http/protobuf" : "grpc";
        }

        if (configuration["AppHost:OtlpApiKey"] is { Length: > 0 } key)
        {
            variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        }
    }

    private static void AddDevelopment(Dictionary<string, string> variables)
    {
        variables["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        variables["OTEL_TRACES_SAMPLER"] = "always_on";
        variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }
}
