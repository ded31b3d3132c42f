namespace Hotline.AppHost.Processes;

/// <summary>A value that is given by configuration (<c>Parameters:name</c>) or, being secret, made at the first start and kept.</summary>
public sealed record ParameterResource(string Name) : IResource;
