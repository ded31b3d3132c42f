using Hotline.Contracts.Cases;
using Npgsql;

namespace Hotline.Ledger.Secrets;

/// <summary>Data keys of cases, for what is sealed outside of the ledger.</summary>
public sealed class CaseKeys(NpgsqlDataSource database, MasterKeys masters)
{
    /// <summary>The key of a case; null when there is no such case, or its citizen was erased.</summary>
    public async Task<DataKey?> Of(CaseId caseId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select master_key, wrapped from cases.case_key where case_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caseId.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? DataKey.Unwrap(caseId, new WrappedKey(reader.GetInt16(0), reader.GetFieldValue<byte[]>(1)), masters)
            : null;
    }
}
