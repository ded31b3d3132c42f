using Hotline.Gateway.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hotline.Gateway.Tests;

public sealed class When_a_service_stays_down
{
    private const int Requests = 25;

    [Fact]
    public async Task The_log_says_so_once_in_ten_seconds_with_the_number_of_requests()
    {
        using var tokens = new Tokens();
        using var lines = new LogLines();
        var time = new FakeTimeProvider();
        await using var identity = await GatewayInstance.StartIdentity(tokens);
        var gone = await Backend.Start("dispatch");
        await using var gateway = await GatewayInstance.Start(
            [("identity", identity.Address), ("dispatch", gone.Address)],
            builder =>
            {
                builder.Logging.AddProvider(lines);
                builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ForwardingFailures>(provider, time));
            },
            // It stays the one that is asked.
            ("Gateway:HealthInterval", "01:00:00"));
        await gone.DisposeAsync();
        for (var i = 0; i < Requests; i++)
            (await gateway.Get("/api/v1/offers", tokens.Channel())).Dispose();
        Assert.Empty(OfForwarding(lines));

        // The failing ones of its two kinds: those that found it gone, and those that were not even sent since it is known to be.
        time.Advance(TimeSpan.FromSeconds(10));
        await Eventually(() => OfForwarding(lines).Sum(Count) == Requests);
        Assert.InRange(OfForwarding(lines).Count, 1, 2);
        Assert.All(OfForwarding(lines), line => Assert.Contains("dispatch", line, StringComparison.Ordinal));
    }

    private static List<string> OfForwarding(LogLines lines) =>
        [.. lines.All.Where(line => line.Contains("Forward", StringComparison.Ordinal))];

    private static int Count(string line) => int.Parse(line.Split(" to ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Eventually(Func<bool> fact)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!fact())
            await Task.Delay(50, deadline.Token);
    }
}
