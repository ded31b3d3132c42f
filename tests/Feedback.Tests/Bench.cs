using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;
using Hotline.Feedback.Answering;
using Hotline.Feedback.Answering.Page;
using Hotline.Feedback.Calling;
using Hotline.Feedback.Crediting;
using Hotline.Feedback.Keeping;
using Hotline.Feedback.Telling;
using Hotline.Ledger.Schema;
using Hotline.Ledger.Secrets;
using Hotline.ServiceDefaults;
using Hotline.ServiceDefaults.Callers;
using Hotline.TestKit;
using Hotline.TestKit.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Hotline.Feedback.Tests;

/// <summary>The service's parts over a database of their own, with time in the test's hands and its API on a real socket.</summary>
internal sealed class Bench : IAsyncDisposable
{
    /// <summary>A Monday, 10:00 in the demo city.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private readonly WebApplication _app;

    private Bench(string connectionString)
    {
        ConnectionString = connectionString;
        Database = NpgsqlDataSource.Create(connectionString);
        Book = new VisitBook(Database, DemoCity.City);
        _app = Build();
    }

    /// <summary>With the password, which a data source keeps to itself.</summary>
    public string ConnectionString { get; }

    public NpgsqlDataSource Database { get; }

    public FakeTimeProvider Time { get; } = new(Monday);

    public VisitBook Book { get; }

    public LinkSecrets Secrets { get; } = new(new MasterKeys(new Dictionary<short, byte[]> { [1] = Key }));

    /// <summary>The cases behind the links.</summary>
    public AskedCases Cases { get; } = new();

    public static async Task<Bench> Open()
    {
        var connection = await (await PostgresServer.SharedAsync()).CreateDatabase();
        await SchemaMigrator.Migrate(connection, typeof(FeedbackService).Assembly, ".Schema.", "feedback", CancellationToken.None);
        var bench = new Bench(connection);
        await bench._app.StartAsync();
        return bench;
    }

    public Task Happened(CaseStory story) => Happened(story.Events);

    public async Task Happened(IEnumerable<ICaseEvent> events)
    {
        var keeper = new VisitKeeper(Book, DemoCity.City);
        var teller = new Teller(new NoticeBook(Database, Secrets), DemoCity.City);
        foreach (var one in events)
        {
            await keeper.Keep(one, CancellationToken.None);
            await teller.Tell(one, CancellationToken.None);
        }
    }

    public async Task<T> Value<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<HttpResponseMessage> Get(string path, Role role = Role.Operator, UnitRef? unit = null, string subject = "someone")
    {
        using var client = Nobody();
        // The forwarded caller has a date of its own, by the time the service goes by.
        client.DefaultRequestHeaders.Add(CallerHeader.Name, new CallerHeader(Key, Time).Write(new Caller(subject, subject, "test", role, [], unit)));
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }

    public async Task<JsonElement> Read(string path, Role role = Role.Operator, UnitRef? unit = null, string subject = "someone")
    {
        using var response = await Get(path, role, unit, subject);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A client without a caller, as the gateway lets it through to the links of citizens.</summary>
    public HttpClient Nobody(string language = "en") =>
        new() { BaseAddress = new Uri(_app.Urls.First()), DefaultRequestHeaders = { { "Accept-Language", language } } };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Hotline:CallerKey"] = Convert.ToBase64String(Key);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.AddHotlineDefaults("feedback");
        builder.Services.AddSingleton(DemoCity.City);
        builder.Services.AddSingleton(new VisitList(Database, Time));
        builder.Services.AddSingleton(new CreditBook(Database));
        builder.Services.AddSingleton(Database).AddSingleton(Secrets).AddSingleton<CaseDoor>(Cases.Door);
        builder.Services.AddSingleton<NoticeBook>().AddSingleton<NoticeWriter>().AddSingleton<LinkBook>().AddSingleton<LinkDesk>();
        builder.Services.AddVisitPage().AddApplicationPart(typeof(FeedbackService).Assembly);
        var app = builder.Build();
        app.MapHotlineDefaults();
        app.MapFeedback();
        return app;
    }
}
