using System.Text.Json;
using Hotline.Contracts.Errors;
using Hotline.Hosting.Database;
using Hotline.ServiceDefaults.Callers;
using Hotline.ServiceDefaults.Errors;
using Npgsql;

namespace Hotline.Cases.Auditing;

/// <summary>Writes the trail, <c>cases.access</c>.</summary>
internal sealed class AccessLog(NpgsqlDataSource database)
{
    private static readonly Column<Access>[] Columns =
    [
        Column<Access>.Of("at", access => access.At.UtcDateTime),
        Column<Access>.Of("subject", access => access.Caller.Subject),
        Column<Access>.Of("name", access => access.Caller.Name),
        Column<Access>.Of("roles", access => string.Join(' ', RoleWords.Of(access.Caller.Roles))),
        Column<Access>.Of("unit", access => access.Caller.Unit?.ToString()),
        Column<Access>.Of("client", access => access.Caller.Client),
        Column<Access>.Of("act", access => Word(access.Kind)),
        Column<Access>.Of("case_id", access => access.CaseId?.Value),
        Column<Access>.Of("number", access => access.Number),
        Column<Access>.Of("purpose", access => access.Purpose),
        Column<Access>.Of("note", access => access.Note),
        Column<Access>.Of("result", access => access.Result),
        Column<Access>.Of("trace", access => access.Trace),
    ];

    private static readonly string Insert = $"insert into cases.access ({Columns.Names()}) {Columns.Select()}";

    /// <summary>The word of an access in the trail, e.g. <c>unmask</c>.</summary>
    public static string Word(AccessKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Writes entries down; whoever shows personal data waits for this first.</summary>
    public async Task Write(IReadOnlyList<Access> accesses, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.AddValues(Columns, accesses);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Writes down what was refused, and answers it.</summary>
    public async Task<IResult> Refuse(Access access, Error why, CancellationToken cancellationToken)
    {
        await Write(access with { Result = why.Code }, cancellationToken);
        return why.ToResult();
    }

    /// <inheritdoc cref="Write(IReadOnlyList{Access}, CancellationToken)"/>
    public Task Write(Access access, CancellationToken cancellationToken) => Write([access], cancellationToken);
}
