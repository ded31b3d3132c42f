using Hotline.AppHost.Processes.Injecting;

namespace Hotline.AppHost.Processes;

/// <summary>What AppHost.cs says about projects; names and shapes are Aspire's.</summary>
public static class ProjectBuilding
{
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        builder.With(project => project.Replicas = replicas);

    public static IResourceBuilder<ProjectResource> WithHttpEndpoint(this IResourceBuilder<ProjectResource> builder, int? port = null) =>
        builder.With(project => project.HttpPort = port);

    public static IResourceBuilder<ProjectResource> WithExternalHttpEndpoints(this IResourceBuilder<ProjectResource> builder) =>
        builder.With(project => project.External = true);

    public static IResourceBuilder<ProjectResource> WithHttpHealthCheck(this IResourceBuilder<ProjectResource> builder, string path) =>
        builder.With(project => project.HealthPath = path);

    public static IResourceBuilder<ProjectResource> WaitFor<T>(
        this IResourceBuilder<ProjectResource> builder, IResourceBuilder<T> dependency)
        where T : IResource =>
        builder.With(project => project.WaitsFor.Add(dependency.Resource));

    public static EndpointReference GetEndpoint(this IResourceBuilder<ProjectResource> builder, string name) =>
        name == "http" ? builder.Resource.Http : throw new ArgumentException($"{builder.Resource.Name} has no endpoint {name}.", nameof(name));

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string value)
        where T : IResourceWithEnvironment =>
        builder.Inject(injection => injection.Variables[name] = value);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment =>
        builder.Inject(injection => injection.Variables[name] = injection.Allocation.Parameter(parameter.Resource.Name));

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpoint)
        where T : IResourceWithEnvironment =>
        builder.Inject(injection => injection.Variables[name] = endpoint.Urls(injection.Allocation)[0]);

    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source)
        where T : IResourceWithEnvironment =>
        builder.Inject(injection => ((IConnectionSource)source.Resource).Inject(injection));

    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, EndpointReference endpoint)
        where T : IResourceWithEnvironment =>
        builder.Inject(injection => ServiceReference.Inject(injection, endpoint));

    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, OrleansService orleans)
        where T : IResourceWithEnvironment
    {
        orleans.ConfigureSilo(builder);
        return builder;
    }

    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, OrleansServiceClient client)
        where T : IResourceWithEnvironment
    {
        client.Service.ConfigureClient(builder);
        return builder;
    }

    internal static IResourceBuilder<T> Inject<T>(this IResourceBuilder<T> builder, Action<Injection> callback)
        where T : IResource
    {
        ((ProjectResource)(IResource)builder.Resource).Environment.Add(callback);
        return builder;
    }

    private static IResourceBuilder<ProjectResource> With(
        this IResourceBuilder<ProjectResource> builder, Action<ProjectResource> change)
    {
        change(builder.Resource);
        return builder;
    }
}
