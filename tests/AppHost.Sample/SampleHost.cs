using Hotline.AppHost.Processes;

namespace Hotline.AppHost.Sample;

/// <summary>alpha needs the database, beta needs alpha; RabbitMQ when asked for.</summary>
internal static class SampleHost
{
    private const string Project = "../../tests/AppHost.Sample/AppHost.Sample.csproj";

    public static void Run(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(args);
        var postgres = builder.AddPostgres("postgres", builder.AddParameter("postgres-password", secret: true));
        var database = postgres.AddDatabase("sample");
        if (builder.Configuration["rabbit"] == "true")
        {
            builder.AddRabbitMQ("rabbitmq", builder.AddParameter("rabbitmq-password", secret: true));
        }

        var alpha = builder.AddProject("alpha", Project)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health/ready")
            .WithReference(database)
            .WithEnvironment("SAMPLE_GATE", builder.Configuration["gate"] ?? "")
            .WaitFor(database);
        builder.AddProject("beta", Project)
            .WithHttpEndpoint(int.Parse(builder.Configuration["HOTLINE_PORT"]!, System.Globalization.CultureInfo.InvariantCulture))
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck("/health/ready")
            .WithReference(alpha.GetEndpoint("http"))
            .WaitFor(alpha);
        builder.Build().Run();
    }
}
