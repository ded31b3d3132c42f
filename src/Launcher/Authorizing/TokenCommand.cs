using System.CommandLine;
using Hotline.Cities;
using Hotline.Cities.Accounts;
using Hotline.Launcher.Controlling;

namespace Hotline.Launcher.Authorizing;

internal static class TokenCommand
{
    public static Command Create(PlaceOptions options)
    {
        var who = new Argument<string>("client-or-person")
        {
            Description = "web, phone, import, dept.<code> … or operator, supervisor, officer.<code>, merchant.<code> …",
        };
        var command = new Command("token", "Prints an access token of a demo account, for trying with curl.") { who };
        command.SetAction(async parsed =>
        {
            var place = options.Of(parsed);
            Console.WriteLine(await TokenAsync(place, await GatewayAsync(place), parsed.GetRequiredValue(who)));
            return 0;
        });
        return command;
    }

    /// <summary>Where the instance of this data folder listens, if it runs; where it would otherwise.</summary>
    public static async Task<Uri> GatewayAsync(Place place)
    {
        using var control = new ControlClient(place.Data);
        return new Uri((await control.StatusAsync())?.Gateway ?? place.Gateway);
    }

    public static async Task<string> TokenAsync(Place place, Uri gateway, string who)
    {
        var accounts = City.Load(place.City).Accounts;
        try
        {
            if (accounts.Clients.FirstOrDefault(client => client.Id == who) is { } client)
            {
                return await ClientLogin.TokenAsync(gateway, client);
            }

            if (accounts.People.Any(person => person.Name == who))
            {
                return await PersonLogin.TokenAsync(gateway, who, accounts.DemoPassword ?? throw NotDemo(place));
            }
        }
        catch (HttpRequestException fault)
        {
            throw new LaunchFailedException($"{gateway} does not answer ({fault.Message}); is it up?");
        }

        throw new LaunchFailedException(Unknown(accounts, who));
    }

    private static LaunchFailedException NotDemo(Place place) => new($"{place.City} is no demo city: its people sign in themselves.");

    private static string Unknown(CityAccounts accounts, string who)
    {
        var names = accounts.Clients.Select(client => client.Id).Concat(accounts.People.Select(person => person.Name)).Order(StringComparer.Ordinal);
        var prefix = who.Split('.')[0];
        var near = names.Where(name => name.StartsWith(prefix + ".", StringComparison.Ordinal)).ToList();
        return $"No account is called {who}. There is: {string.Join(", ", near.Count > 0 ? near : names.Where(name => !name.Contains('.', StringComparison.Ordinal)))}";
    }
}
