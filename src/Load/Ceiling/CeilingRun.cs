using System.Diagnostics;
using System.Net.Http.Headers;
using Hotline.Launcher;
using Hotline.Load.Driving;
using Hotline.Load.Running;
using Hotline.Servers.Launching;
using Npgsql;

namespace Hotline.Load.Ceiling;

/// <summary>Drives the ceiling with the same generator, on the same PostgreSQL, in the same run.</summary>
internal static class CeilingRun
{
    private const string DatabaseName = "ceiling";
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(3);
    private static readonly MediaTypeHeaderValue _json = new("application/json") { CharSet = "utf-8" };

    /// <param name="instance">Whose PostgreSQL is used, in a database of its own.</param>
    /// <param name="clients">Clients of the closed loop.</param>
    /// <param name="duration">Of the measurement; it is warmed up before.</param>
    /// <param name="body">Body of a request, by its number: as large as what intake stores.</param>
    public static async Task<Driven> RunAsync(Instance instance, int clients, TimeSpan duration, Func<long, byte[]> body)
    {
        await CreateDatabaseAsync(instance);
        var port = FreePorts.Next();
        using var server = Start(instance, port);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await ReadyAsync(http, server);
        await Drive.ClosedAsync(clients, _warmUp, PostAsync);
        var driven = await Drive.ClosedAsync(clients, duration, PostAsync);
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        return driven;

        async Task<bool> PostAsync(long number)
        {
            using var content = new ByteArrayContent(body(number)) { Headers = { ContentType = _json } };
            using var answer = await http.PostAsync("/cases", content);
            await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode == System.Net.HttpStatusCode.Created;
        }
    }

    private static async Task CreateDatabaseAsync(Instance instance)
    {
        await using var server = NpgsqlDataSource.Create(instance.Addresses.DatabaseOf("postgres"));
        await using var drop = server.CreateCommand($"drop database if exists {DatabaseName}");
        await drop.ExecuteNonQueryAsync();
        await using var create = server.CreateCommand($"create database {DatabaseName}");
        await create.ExecuteNonQueryAsync();
    }

    private static Process Start(Instance instance, int port) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(CeilingRun).Assembly.Location, "ceiling-server", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            Environment = { ["CEILING_DATABASE"] = instance.Addresses.DatabaseOf(DatabaseName), ["DOTNET_gcServer"] = "0" },
        })!;

    private static async Task ReadyAsync(HttpClient http, Process server)
    {
        while (true)
        {
            try
            {
                await http.GetStringAsync("/");
                return;
            }
            catch (HttpRequestException) when (!server.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
            catch (HttpRequestException fault)
            {
                throw new LaunchFailedException($"The ceiling's server ended with {server.ExitCode}: {fault.Message}");
            }
        }
    }
}
