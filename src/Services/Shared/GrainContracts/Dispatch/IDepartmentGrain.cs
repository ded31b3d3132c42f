using System.Text;
using Hotline.GrainContracts.Cases;
using Hotline.GrainContracts.Results;

namespace Hotline.GrainContracts.Dispatch;

/// <summary>What Hotline itself keeps of a department: whether it takes cases, and the credentials of its feed. Key: <see cref="KeyOf"/>.</summary>
/// <remarks>
/// Cases do not pass through this grain: a department gets thousands of them, and one activation that writes for each would be
/// the narrowest place of the intake. Hand-overs are rows of <c>dispatch.hand_over</c>, counted when somebody asks.
/// </remarks>
[Alias("department")]
public interface IDepartmentGrain : IGrainWithStringKey
{
    /// <summary>The key of a department's grain.</summary>
    static string KeyOf(string code) => "dept-" + code;

    /// <summary>The department as it stands.</summary>
    /// <returns>The view; or <c>unit-unknown</c> when the city has no such department.</returns>
    [Alias("read")]
    Task<Outcome<DepartmentView>> Read(CancellationToken cancellationToken);

    /// <summary>Whether the city has such a department and it takes cases. Asked for each dispatch, so it counts nothing.</summary>
    [Alias("is-active"), Orleans.Concurrency.ReadOnly]
    Task<bool> IsActive(CancellationToken cancellationToken);

    /// <summary>Lets a department take cases, or takes it out of routing (it was dissolved, or merged with another).</summary>
    [Alias("set-active")]
    Task<Outcome<DepartmentView>> SetActive(Actor by, bool active, CancellationToken cancellationToken);

    /// <summary>The credentials of the department's feed, made on first use.</summary>
    [Alias("feed-credentials")]
    Task<Outcome<FeedCredentials>> FeedCredentials(CancellationToken cancellationToken);

    /// <summary>Replaces the password of the feed. The broker learns of it from the caller.</summary>
    [Alias("rotate-feed")]
    Task<Outcome<FeedCredentials>> RotateFeed(Actor by, CancellationToken cancellationToken);
}

/// <summary>A department as Hotline knows it.</summary>
/// <param name="Active">It takes cases.</param>
/// <param name="OpenCases">Cases in its hands now, as lead or assisting.</param>
/// <param name="Undelivered">Hand-overs its queue has not taken yet.</param>
/// <param name="FeedRotatedAt">When its feed's password was last made; null while it has none.</param>
[GenerateSerializer, Immutable, Alias("department-view")]
public sealed record DepartmentView(string Code, bool Active, int OpenCases, int Undelivered, DateTimeOffset? FeedRotatedAt);

/// <summary>How a department logs in to its queue.</summary>
[GenerateSerializer, Immutable, Alias("feed-credentials")]
public sealed record FeedCredentials(string Department, string User, string Password, DateTimeOffset RotatedAt)
{
    // A record prints its members; this one may end up in a log.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{nameof(User)} = {User}");
        return true;
    }
}
