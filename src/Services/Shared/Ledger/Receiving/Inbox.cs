using Npgsql;

namespace Hotline.Ledger.Receiving;

/// <summary>Lets each consumer see each event once, in the transaction of what it does with it.</summary>
public static class Inbox
{
    /// <summary>True the first time; false when this consumer has handled the event before.</summary>
    /// <param name="schema">Schema of the service; it owns <c>inbox(consumer text, case_id uuid, version int, primary key (consumer, case_id, version))</c>.</param>
    public static async Task<bool> TryEnter(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string schema, string consumer, Guid caseId, int version, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"insert into {schema}.inbox (consumer, case_id, version) values ($1,$2,$3) on conflict do nothing", connection, transaction)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = consumer },
                new NpgsqlParameter<Guid> { TypedValue = caseId },
                new NpgsqlParameter<int> { TypedValue = version },
            },
        };
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
