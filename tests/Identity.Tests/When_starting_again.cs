using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Text.Json;
using Hotline.Identity.Accounts;
using Hotline.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hotline.Identity.Tests;

public sealed class When_starting_again
{
    private const string CutWhoWaits =
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    private static async Task<string[]> KeyIds(IdentityInstance identity)
    {
        using var browser = identity.Browser();
        var keys = await browser.GetFromJsonAsync<JsonElement>("/.well-known/jwks");
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private static async Task<int> Count(IdentityInstance identity)
    {
        using var scope = identity.Scope();
        return await scope.ServiceProvider.GetRequiredService<IdentityStore>().Users.CountAsync();
    }

    private static async Task<object?> Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    [Fact]
    public async Task Keys_and_accounts_are_those_of_before()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabase();
        var folder = TemporaryFolder.Create("identity");
        string[] keys;
        int people;
        await using (var first = await IdentityInstance.Start(database, folder))
        {
            keys = await KeyIds(first);
            people = await Count(first);
            Assert.Equal(first.Accounts.People.Length, people);
        }
        await using var second = await IdentityInstance.Start(database, folder);
        Assert.Equal(keys, await KeyIds(second));
        Assert.Equal(people, await Count(second));
        Assert.Equal("web", (await second.ClientToken("web")).Subject);
    }

    [Fact]
    public async Task A_database_that_goes_away_meanwhile_is_waited_for()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabase();
        var folder = TemporaryFolder.Create("identity");
        await (await IdentityInstance.Start(database, folder)).DisposeAsync();
        Task<IdentityInstance> starting;
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await Execute(connection, "lock table identity.account in access exclusive mode");
            starting = IdentityInstance.Start(database, folder);
            // Not within the transaction, which would look at the sessions only once.
            await using var outside = new NpgsqlConnection(database);
            await outside.OpenAsync();
            while (await Execute(outside, CutWhoWaits) is 0L)
                await Task.Delay(50, TestContext.Current.CancellationToken);
            Assert.False(starting.IsCompleted);
        }
        await using var started = await starting;
        Assert.Equal("web", (await started.ClientToken("web")).Subject);
    }

    [Fact]
    public async Task A_key_too_old_is_followed_by_another_and_still_published()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabase();
        var folder = TemporaryFolder.Create("identity");
        string[] before;
        await using (var first = await IdentityInstance.Start(database, folder))
            before = await KeyIds(first);
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "identity", "keys")))
            File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Replace("-20", "-19", StringComparison.Ordinal)));
        await using var second = await IdentityInstance.Start(database, folder);
        var after = await KeyIds(second);
        Assert.Equal(2, after.Length);
        Assert.Contains(before[0], after);
        Assert.NotEqual(before[0], (await second.ClientToken("web")).Kid);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_may_read_the_keys()
    {
        var folder = TemporaryFolder.Create("identity");
        await using var identity = await IdentityInstance.Start(await (await PostgresServer.SharedAsync()).CreateDatabase(), folder);
        var files = Directory.GetFiles(Path.Combine(folder, "identity", "keys"));
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task The_discovery_document_names_the_gateways_addresses()
    {
        await using var identity = await IdentityInstance.StartFresh();
        using var browser = identity.Browser();
        var document = await browser.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");
        Assert.Equal(IdentityInstance.Issuer, document.GetProperty("issuer").GetString());
        Assert.Equal(IdentityInstance.Issuer + "connect/token", document.GetProperty("token_endpoint").GetString());
        Assert.Equal(IdentityInstance.Issuer + ".well-known/jwks", document.GetProperty("jwks_uri").GetString());
        Assert.Equal(["S256"], document.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(method => method.GetString()!));
    }
}
