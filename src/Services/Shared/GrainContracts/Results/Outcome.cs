using System.Diagnostics.CodeAnalysis;
using Hotline.Contracts.Errors;

namespace Hotline.GrainContracts.Results;

/// <summary>A value or an expected failure, crossing the cluster. Exceptions are for the unexpected only.</summary>
[GenerateSerializer, Immutable, Alias("outcome`1")]
public readonly record struct Outcome<T>(T? Value, Error? Error)
    where T : class
{
    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Error error) => new(null, error);
}
