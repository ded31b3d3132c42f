namespace Hotline.AppHost.Processes;

/// <summary>A named part of the topology.</summary>
public interface IResource
{
    string Name { get; }
}

/// <summary>Others can be given its connection string.</summary>
public interface IResourceWithConnectionString : IResource;

/// <summary>Takes environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>Has endpoints that others can be told of.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>Configures a resource fluently, as Aspire's interface of this name does.</summary>
public interface IResourceBuilder<out T>
    where T : IResource
{
    T Resource { get; }
}

internal sealed record ResourceBuilder<T>(T Resource) : IResourceBuilder<T>
    where T : IResource;
