namespace Hotline.Dispatch.Departments;

/// <summary>What a department's grain keeps. Members are only ever added.</summary>
[GenerateSerializer, Alias("department-state")]
internal sealed record DepartmentState
{
    /// <summary>Taken out of routing.</summary>
    [Id(0)]
    public bool Inactive { get; init; }

    /// <summary>Password of the feed, encrypted with the service's key ring.</summary>
    [Id(1)]
    public string? WrappedPassword { get; init; }

    [Id(2)]
    public DateTimeOffset? RotatedAt { get; init; }
}
