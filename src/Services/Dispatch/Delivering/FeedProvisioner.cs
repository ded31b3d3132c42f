using Hotline.Cities;
using Hotline.GrainContracts.Dispatch;
using Microsoft.Extensions.Options;

namespace Hotline.Dispatch.Delivering;

/// <summary>Sees that the broker has what departments need, before the first event is published and again when it was lost.</summary>
internal sealed class FeedProvisioner(
    City city, IGrainFactory grains, BrokerManagement broker, IConfiguration configuration, IOptions<FeedOptions> options, ILogger<FeedProvisioner> log)
{
    private volatile bool _inPlace;

    /// <summary>Returns once queues and users are in place.</summary>
    public async Task Provisioned(CancellationToken cancellationToken)
    {
        if (_inPlace)
            return;
        var departments = city.Departments.All;
        var credentials = await Task.WhenAll(departments.Select(department => Credentials(department.Code, cancellationToken)));
        await SetUp(credentials, cancellationToken);
        _inPlace = true;
        log.Provisioned(departments.Length);
    }

    /// <summary>The broker was set up anew: everything is put in place again before the next publish.</summary>
    public void Forget() => _inPlace = false;

    /// <summary>Tells the broker one department's new password and ends the connections made with the old one.</summary>
    public async Task Apply(FeedCredentials credentials, CancellationToken cancellationToken)
    {
        await SetUp([credentials], cancellationToken);
        await broker.CloseConnectionsOf(credentials.User, cancellationToken);
    }

    private Task SetUp(IReadOnlyList<FeedCredentials> credentials, CancellationToken cancellationToken)
    {
        var owner = FeedChannel.Factory(configuration, options.Value.VirtualHost).UserName;
        return broker.Import(FeedTopology.Of(credentials, owner, options.Value), cancellationToken);
    }

    private async Task<FeedCredentials> Credentials(string department, CancellationToken cancellationToken)
    {
        var answer = await grains.GetGrain<IDepartmentGrain>(IDepartmentGrain.KeyOf(department)).FeedCredentials(cancellationToken);
        return answer.Value ?? throw new InvalidOperationException($"department {department} has no credentials: {answer.Error?.Code}");
    }
}
