using System.Security.Cryptography;
using Hotline.Cases.Acting;
using Hotline.Cases.Auditing;
using Hotline.Cases.Reading;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;
using Hotline.Ledger.Secrets;
using Hotline.ServiceDefaults.Errors;
using Microsoft.Extensions.Options;

namespace Hotline.Cases.Filing;

/// <summary><c>POST /api/v1/cases/{number}/files</c> (multipart form, field <c>file</c>) and <c>GET …/files/{id}</c>.</summary>
internal static class FileEndpoints
{
    public static void Map(IEndpointRouteBuilder acts)
    {
        acts.MapPost("/files", Add)
            .DisableAntiforgery()
            .WithName("add-file")
            .WithSummary("Adds a file: proof of what was done, or what the citizen sends along. Images, PDF, MP4 and office documents, recognized by their content.")
            .Produces<CaseResponse>();
        acts.MapGet("/files/{id:guid}", Read)
            .WithName("read-file")
            .WithSummary("A file of the case, for whoever may read the case.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<IResult> Add(ActCall call, IFormFile? file, IFileStore store, CaseKeys keys, IOptions<FilingOptions> options)
    {
        if (file is null || file.Length == 0)
            return Error.Invalid("file", "required").ToResult();
        if (file.Length > options.Value.Largest)
            return Error.Invalid("file", "file-too-large", options.Value.Largest.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToResult();
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, call.Aborted);
        return FileKinds.Of(content) is { } type
            ? await call.Perform((by, operation, view) => Keep(new AddFile(by, operation, Facts(content, type), NameOf(file)), view.Case.CaseId, content, store, keys, call.Aborted))
            : Error.Invalid("file", "file-kind-unknown", FileKinds.All).ToResult();
    }

    // The content first, then the record: what the record names is there. A content whose act is refused afterwards stays unnamed, sealed and harmless.
    private static async Task<GrainContracts.Results.Outcome<CaseAct>> Keep(
        AddFile act, CaseId id, byte[] content, IFileStore store, CaseKeys keys, CancellationToken cancellationToken)
    {
        if (await keys.Of(id, cancellationToken) is not { } key)
            return FileErrors.Erased;
        await store.Save(act.File.Id, key.SealFile(id, act.File.Id, content), cancellationToken);
        return act;
    }

    private static Task<IResult> Read(string number, Guid id, ReadCall call, HttpContext http, IFileStore store, CaseKeys keys) => call.Answer(number, AccessKind.File, async view =>
    {
        var caseId = view.Case.CaseId;
        // The answer says what this caller may see of the case, files included.
        if (CaseResponse.Of(view, call.Caller).Files?.FirstOrDefault(one => one.Id == id) is not { } file)
            return FileErrors.Unknown.ToResult();
        if (await keys.Of(caseId, call.Aborted) is not { } key || await store.Load(id, call.Aborted) is not { } content)
            return FileErrors.Unknown.ToResult();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(key.OpenFile(caseId, id, content), file.Type, file.Name ?? id.ToString("N"));
    });

    private static FileFacts Facts(byte[] content, string type) =>
        new(Guid.CreateVersion7(), type, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));

    private static string NameOf(IFormFile file)
    {
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        return name.Length > 200 ? name[^200..] : name;
    }
}

internal static class FileErrors
{
    /// <summary>No such file, or not for this caller.</summary>
    public static Error Unknown { get; } = new(ErrorKind.NotFound, "file-unknown");

    /// <summary>The key of the case is gone: nothing personal can be kept with it any more.</summary>
    public static Error Erased { get; } = new(ErrorKind.Conflict, "case-erased");
}
