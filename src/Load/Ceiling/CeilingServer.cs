using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Hotline.Load.Ceiling;

/// <summary>
/// The least that could be called a durable intake, in a process of its own: a POST, one row as large as the ledger's first row of a case, 201.
/// No token, no check, no message. What share of its rate Hotline reaches says more than any rate of a particular machine.
/// </summary>
internal static class CeilingServer
{
    private const string Schema = """
        create table if not exists ceiling (
            case_id uuid primary key, version int not null, type text not null, data json not null, sealed bytea not null,
            at timestamptz not null, actor text not null, operation uuid not null, hash bytea not null)
        """;

    private const string Insert =
        "insert into ceiling (case_id, version, type, data, sealed, at, actor, operation, hash) values ($1,1,'CaseReceived',$2,$3,now(),'channel:web',$1,$4)";

    public static Command Create()
    {
        var port = new Option<int>("--port") { Required = true };
        var command = new Command("ceiling-server", "Used by 'load intake'.") { port };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int port, CancellationToken cancellation)
    {
        // The connection string holds a password: from the environment, not from the command line.
        var settings = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("CEILING_DATABASE")) { MaxAutoPrepare = 8 };
        await using var database = NpgsqlDataSource.Create(settings.ConnectionString);
        await using (var create = database.CreateCommand(Schema))
        {
            await create.ExecuteNonQueryAsync(cancellation);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapGet("/", () => "ready");
        app.MapPost("/cases", (HttpRequest request) => TakeAsync(request, database));
        await app.StartAsync(cancellation);
        // Our starter holds our standard input: when it goes, however it goes, so do we.
        await Console.OpenStandardInput().CopyToAsync(Stream.Null, cancellation);
        return 0;
    }

    private static async Task<IResult> TakeAsync(HttpRequest request, NpgsqlDataSource database)
    {
        using var reader = new StreamReader(request.Body);
        var id = Guid.CreateVersion7();
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = await reader.ReadToEndAsync(), NpgsqlDbType = NpgsqlDbType.Json });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = new byte[160] });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = new byte[32] });
        await command.ExecuteNonQueryAsync();
        return Results.Created($"/cases/{id}", new { id });
    }
}
