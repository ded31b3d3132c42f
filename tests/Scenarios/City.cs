using Hotline.TestKit;

namespace Hotline.Scenarios;

/// <summary>One Hotline for all scenarios: the real processes behind the real gateway.</summary>
public sealed class City : IAsyncLifetime
{
    private readonly Dictionary<string, Person> _people = [];
    private readonly SemaphoreSlim _door = new(1, 1);

    public HotlineInstance Hotline { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Hotline = await HotlineInstance.SharedAsync();

    public ValueTask DisposeAsync()
    {
        _door.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody with a token: a demo client or person, as <c>./hotline token</c> knows them.</summary>
    public async Task<Person> As(string who)
    {
        await _door.WaitAsync();
        try
        {
            if (!_people.TryGetValue(who, out var person))
                _people[who] = person = new Person(await Hotline.ClientAsync(who));
            return person;
        }
        finally
        {
            _door.Release();
        }
    }
}

/// <summary>All scenarios share one city, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class CityCollection : ICollectionFixture<City>
{
    public const string Name = "city";
}
