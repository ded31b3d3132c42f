using Microsoft.Extensions.Options;

namespace Hotline.Cases.Filing;

/// <summary>Files in a folder, spread over 256 subfolders. A file appears under its name only once it is whole and on disk.</summary>
internal sealed class FolderStore(IOptions<FilingOptions> options, IConfiguration configuration) : IFileStore
{
    private readonly string _folder = options.Value.Folder
        ?? Path.Combine(configuration["Hotline:DataFolder"] ?? throw new InvalidOperationException("Neither Files:Folder nor Hotline:DataFolder is set: there is no place for files."), "files");

    public async Task Save(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    public async Task<byte[]?> Load(Guid id, CancellationToken cancellationToken) =>
        File.Exists(PathOf(id)) ? await File.ReadAllBytesAsync(PathOf(id), cancellationToken) : null;

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(_folder, name[^2..], name);
    }
}
