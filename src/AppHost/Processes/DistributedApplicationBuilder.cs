using System.Reflection;
using Microsoft.Extensions.Hosting.Internal;

namespace Hotline.AppHost.Processes;

/// <summary>Collects the topology.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Folder of AppHost.csproj; project paths are relative to it.</summary>
    string AppHostDirectory { get; }

    /// <summary>Environment variables and command line.</summary>
    IConfiguration Configuration { get; }

    IHostEnvironment Environment { get; }

    IResourceBuilder<ParameterResource> AddParameter(string name, bool secret = false);

    IResourceBuilder<PostgresServerResource> AddPostgres(string name, IResourceBuilder<ParameterResource> password);

    IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(string name, IResourceBuilder<ParameterResource> password);

    OrleansService AddOrleans(string name);

    IResourceBuilder<ProjectResource> AddProject(string name, string projectPath);

    DistributedApplication Build();
}

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly List<IResource> _resources = [];

    public DistributedApplicationBuilder(string[] args)
    {
        Configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        Environment = new HostingEnvironment
        {
            ApplicationName = "Hotline.AppHost",
            EnvironmentName = Configuration["ASPNETCORE_ENVIRONMENT"] ?? Configuration["DOTNET_ENVIRONMENT"] ?? Environments.Production,
            ContentRootPath = AppHostDirectory,
        };
    }

    public string AppHostDirectory { get; } = typeof(DistributedApplication).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(AppHostDirectory)).Value!;

    public IConfiguration Configuration { get; }

    public IHostEnvironment Environment { get; }

    public IResourceBuilder<ParameterResource> AddParameter(string name, bool secret = false) =>
        new ResourceBuilder<ParameterResource>(new ParameterResource(name));

    public IResourceBuilder<PostgresServerResource> AddPostgres(string name, IResourceBuilder<ParameterResource> password) =>
        Add(new PostgresServerResource(name, password.Resource));

    public IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(string name, IResourceBuilder<ParameterResource> password) =>
        Add(new RabbitMQServerResource(name, password.Resource));

    public OrleansService AddOrleans(string name) => new(name);

    public IResourceBuilder<ProjectResource> AddProject(string name, string projectPath) => Add(new ProjectResource(name, projectPath));

    public DistributedApplication Build() => new(_resources, this);

    private ResourceBuilder<T> Add<T>(T resource)
        where T : IResource
    {
        _resources.Add(resource);
        return new ResourceBuilder<T>(resource);
    }
}
