using Hotline.Cases.Receiving;
using Hotline.Contracts.Cases;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Hotline.Cases.Reading;

/// <summary>From the number people use to the case. A number never changes its case, so answers are cached.</summary>
public sealed class CaseDirectory(NpgsqlDataSource database) : IDisposable
{
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    /// <summary>The case with a number, or null. A mistyped number is refused by its check digit, without asking the database.</summary>
    public async Task<CaseId?> Find(string number, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(number, out CaseId known))
            return known;
        if (!CaseNumber.IsValid(number))
            return null;
        await using var command = database.CreateCommand("select case_id from cases.event where number = $1 and version = 1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        if (await command.ExecuteScalarAsync(cancellationToken) is not Guid found)
            return null;
        Remember(number, new CaseId(found));
        return new CaseId(found);
    }

    /// <summary>Notes a case just made.</summary>
    public void Remember(string number, CaseId id) => _known.Set(number, id, new MemoryCacheEntryOptions { Size = 1 });

    /// <inheritdoc />
    public void Dispose() => _known.Dispose();
}
