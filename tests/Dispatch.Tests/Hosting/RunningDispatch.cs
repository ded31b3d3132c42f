namespace Hotline.Dispatch.Tests.Hosting;

/// <summary>One running service for the tests that do not stop its servers. Tests of one collection run one after another.</summary>
public sealed class RunningDispatch : IAsyncLifetime
{
    public DispatchHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await DispatchHost.Start();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

[CollectionDefinition(nameof(RunningDispatch))]
public sealed class RunningDispatchCollection : ICollectionFixture<RunningDispatch>;
